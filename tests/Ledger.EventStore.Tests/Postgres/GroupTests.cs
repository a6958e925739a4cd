using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>Appends that are written together: what goes wrong with one is its own affair.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private PostgresLog log = null!;
    private PostgresEventStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.CreateAsync();
        store = log.Open();
        await log.AppendAsync(store, new StepMade(1));
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task In_a_group_whoever_is_stale_second_or_repeated_fails_alone()
    {
        var command = new CommandId("user:ada\u001fonce", new byte[] { 1 });
        var (ok, stale, first, second, asked, repeated) = await TogetherAsync(
            () => (
                Append(1, ExpectedVersion.NoStream),
                Append(1, ExpectedVersion.NoStream),
                Append(2, ExpectedVersion.NoStream, key: "name:wanted"),
                Append(3, ExpectedVersion.NoStream, key: "name:wanted"),
                Append(4, ExpectedVersion.NoStream, command: command),
                Append(5, ExpectedVersion.NoStream, command: command)));

        Assert.Equal(new(Version: 1, Position: 3), await ok);
        Assert.Equal(1, (await Assert.ThrowsAsync<WrongExpectedVersionException>(() => stale)).Actual);
        Assert.Equal(new(Version: 1, Position: 4), await first);
        Assert.Equal(StreamOf(2), (await Assert.ThrowsAsync<KeyTakenException>(() => second)).Holder);
        Assert.Equal(new(Version: 1, Position: 5), await asked);
        Assert.Equal(5, (await Assert.ThrowsAsync<CommandRepeatedException>(() => repeated)).First.Position);
        Assert.Equal(5, (await PostgresLog.AllAsync(store)).Count);
    }

    [Fact]
    public async Task In_a_group_what_the_database_refuses_fails_alone()
    {
        await log.ExecuteAsync("alter table events.mt_events add check (data ->> 'text' is distinct from 'forbidden')");
        var (before, forbidden, after) = await TogetherAsync(() => (
            Append(1, ExpectedVersion.NoStream),
            Append(2, ExpectedVersion.NoStream, new NoteTaken("forbidden")),
            Append(3, ExpectedVersion.NoStream)));

        Assert.Equal(new(Version: 1, Position: 3), await before);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => forbidden);
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.Equal(new(Version: 1, Position: 4), await after);
    }

    [Fact]
    public async Task Appends_to_one_stream_follow_each_other_within_a_group()
    {
        var (one, two, any) = await TogetherAsync(() => (
            Append(1, ExpectedVersion.NoStream),
            Append(1, ExpectedVersion.Exactly(1)),
            Append(1, ExpectedVersion.Any)));

        Assert.Equal([1L, 2, 3], (await Task.WhenAll(one, two, any)).Select(result => result.Version));
    }

    [Fact]
    public async Task However_many_wait_and_give_up_the_log_has_only_what_was_being_written()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        List<Task<AppendResult>> waiting;
        await using (await log.HoldAppendLockAsync())
        {
            var taken = Append(1, ExpectedVersion.Any, cancellationToken: cancel.Token);
            await log.WaitUntilBlockedAsync(1);
            waiting = [.. Enumerable.Range(2, 3_000).Select(
                n => Append(n, ExpectedVersion.Any, cancellationToken: cancel.Token))];
            await cancel.CancelAsync();
            foreach (var append in waiting)
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);

            waiting = [taken];
        }

        Assert.Equal(2, (await Assert.Single(waiting)).Position);
        Assert.Equal(3, (await log.AppendAsync(store, new StepMade(2))).Position);
    }

    /// <summary>Lets appends be begun while another one is being written, so that they are the next group.</summary>
    private async Task<T> TogetherAsync<T>(Func<T> begin)
    {
        await using var holding = await log.HoldAppendLockAsync();
        var earlier = Append(9, ExpectedVersion.NoStream);
        await log.WaitUntilBlockedAsync(1);
        Assert.False(earlier.IsCompleted);
        return begin();
    }

    private Task<AppendResult> Append(
        int stream, ExpectedVersion expected, object? data = null, string? key = null, CommandId? command = null,
        CancellationToken cancellationToken = default) => store.AppendAsync(
        new(StreamOf(stream), "sample", expected, [log.Event(data ?? new StepMade(1))])
        {
            Keys = key is null ? [] : [key],
            Command = command,
        },
        cancellationToken);

    private static Guid StreamOf(int number) => new(number, 0x7000, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 2]);
}
