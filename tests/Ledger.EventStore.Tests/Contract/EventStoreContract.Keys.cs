namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Rule_6_a_key_of_another_stream_is_refused_with_its_holder()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1), "name:one");

        await AssertNothingIsWrittenAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<KeyTakenException>(
                () => AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(1), "name:one"));
            Assert.Equal(("name:one", StreamA), (refused.Key, refused.Holder));
        });
        Assert.Equal(StreamA, await Store.FindByKeyAsync("name:one", Token));
    }

    [Fact]
    public async Task Rule_6_a_stream_may_take_its_own_key_again()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1), "name:one");
        await AppendAsync(StreamA, ExpectedVersion.Exactly(1), Steps(1), "name:two", "name:one", "name:one");

        Assert.Equal(StreamA, await Store.FindByKeyAsync("name:one", Token));
        Assert.Equal(2, (await StreamAsync(StreamA)).Count);
    }

    [Fact]
    public async Task Rule_6_of_many_who_want_one_key_exactly_one_gets_it()
    {
        var streams = Enumerable.Range(1, 12).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
        var winners = await Task.WhenAll(streams.Select(async stream =>
        {
            try
            {
                await AppendAsync(stream, ExpectedVersion.NoStream, Steps(1), "name:wanted");
                return stream;
            }
            catch (KeyTakenException)
            {
                return (Guid?)null;
            }
        }));

        var winner = Assert.Single(winners, w => w is not null);
        Assert.Equal(winner, await Store.FindByKeyAsync("name:wanted", Token));
        Assert.Equal(winner, Assert.Single(await AllAsync()).StreamId);
    }

    [Fact]
    public async Task A_stale_writer_hears_of_its_version_before_its_key()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1), "name:one");

        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => AppendAsync(StreamB, ExpectedVersion.Exactly(3), Steps(1), "name:one"));
    }

    [Fact]
    public async Task A_key_that_nobody_holds_leads_nowhere() =>
        Assert.Null(await Store.FindByKeyAsync("name:none", Token));
}
