namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    private static readonly CommandId Ask = new("user:ada\u001f1", new byte[] { 1, 2, 3 });

    [Fact]
    public async Task Rule_12_a_command_commits_with_its_events_and_is_found()
    {
        Assert.Null(await Store.FindCommandAsync(Ask.Id, Token));

        await AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(1));
        await AskAsync(StreamA, ExpectedVersion.NoStream, Ask, 2);

        AssertIsFirst(await Store.FindCommandAsync(Ask.Id, Token));
    }

    [Fact]
    public async Task Rule_12_a_repetition_writes_nothing_and_is_told_of_the_first()
    {
        await AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(1));
        await AskAsync(StreamA, ExpectedVersion.NoStream, Ask, 2);

        await AssertNothingIsWrittenAsync(async () =>
        {
            var repeated = await Assert.ThrowsAsync<CommandRepeatedException>(
                () => AskAsync(StreamA, ExpectedVersion.NoStream, Ask, 2));
            AssertIsFirst(repeated.First);
        });
    }

    [Fact]
    public async Task Rule_12_a_mix_up_is_told_by_the_fingerprint_of_the_first()
    {
        await AskAsync(StreamA, ExpectedVersion.NoStream, Ask, 1);
        var other = Ask with { Fingerprint = new byte[] { 9 } };

        var repeated = await Assert.ThrowsAsync<CommandRepeatedException>(
            () => AskAsync(StreamB, ExpectedVersion.NoStream, other, 1));
        Assert.True(repeated.First.Command.AsksTheSameAs(Ask));
        Assert.False(repeated.First.Command.AsksTheSameAs(other));
    }

    [Fact]
    public async Task Rule_12_of_many_at_once_one_is_carried_out_and_all_others_are_told_of_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(async _ =>
        {
            try
            {
                return (await AskAsync(StreamA, ExpectedVersion.Any, Ask, 1)).Position;
            }
            catch (CommandRepeatedException repeated)
            {
                return -repeated.First.Position;
            }
        }));

        Assert.Equal(1, Assert.Single(results, position => position > 0));
        Assert.Equal(15, results.Count(position => position == -1));
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task Rule_12_a_command_that_wrote_nothing_may_be_tried_again()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1));
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => AskAsync(StreamA, ExpectedVersion.NoStream, Ask, 1));

        Assert.Null(await Store.FindCommandAsync(Ask.Id, Token));
        Assert.Equal(2, (await AskAsync(StreamA, ExpectedVersion.Exactly(1), Ask, 1)).Version);
    }

    private static void AssertIsFirst(CommandReceipt? receipt)
    {
        Assert.NotNull(receipt);
        Assert.True(receipt.Command.AsksTheSameAs(Ask));
        Assert.Equal((StreamA, 2L, 3L), (receipt.StreamId, receipt.Version, receipt.Position));
    }

    private Task<AppendResult> AskAsync(Guid stream, ExpectedVersion expected, CommandId command, int steps) =>
        Store.AppendAsync(new(stream, "sample", expected, Steps(steps)) { Command = command }, Token);
}
