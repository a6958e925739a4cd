using Ledger.EventStore.Tests.Contract;
using Ledger.EventStore.Tests.Postgres;
using Ledger.Testing;

namespace Ledger.EventStore.Tests.Marten;

/// <summary>One log, written and read through Marten and without.</summary>
public sealed class BothStoresTests : IAsyncLifetime
{
    // A row of each table that an append writes to; only the salts and the leaves made of them are random.
    private const string Rows = """
        select
          (select json_agg(s order by id) from events.mt_streams s)::text
          || (select json_agg(e order by seq_id) from events.mt_events e)::text
          || (select json_agg(k order by key) from ops.stream_keys k)::text
          || (select json_agg(c order by id) from ops.commands c)::text
          || (select json_agg(json_build_object('position', position, 'salts', length(salts)) order by position)
            from log.leaves)::text
          || (select last_value::text || is_called::text from events.mt_events_sequence)
        """;

    private static readonly DateTimeOffset Noon = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);

    private TwoStores stores = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => stores = await TwoStores.CreateAsync();

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    [Fact]
    public async Task Both_write_the_same_rows()
    {
        await using var another = await TwoStores.CreateAsync();
        await WriteAsync(stores.Open(new SetClock(Noon)));
        await WriteAsync(another.OpenMarten(new SetClock(Noon)));

        Assert.Equal(await stores.Log.ScalarAsync<string>(Rows), await another.Log.ScalarAsync<string>(Rows));
        Assert.Empty(await LogChecks.FindFaultsAsync(another.Log.Source));
    }

    [Fact]
    public async Task What_they_write_in_turn_both_read_and_the_log_is_whole()
    {
        var (plain, marten) = (stores.Log.Open(), stores.OpenMarten());
        for (var n = 0; n < 6; n++)
            await stores.Log.AppendAsync(n % 2 == 0 ? plain : marten, new NoteTaken($"{n}"), new StepMade(n));

        var log = await PostgresLog.AllAsync(plain);
        Assert.Equal(12, log.Count);
        Assert.Equal(log, await PostgresLog.AllAsync(marten));
        Assert.Equal(log, await marten.ReadStreamAsync(PostgresLog.Stream, StreamRange.All, Token).ToListAsync(Token));
        Assert.Empty(await LogChecks.FindFaultsAsync(stores.Log.Source));
    }

    [Fact]
    public async Task Both_write_at_once_and_leave_no_gap()
    {
        var (plain, marten) = (stores.Log.Open(), stores.OpenMarten());
        await Task.WhenAll(Enumerable.Range(1, 80).Select(n =>
            stores.Log.AppendAsync(n % 2 == 0 ? plain : marten, new StepMade(n), new StepMade(-n))));

        var log = await PostgresLog.AllAsync(marten);
        Assert.Equal(Enumerable.Range(1, 160).Select(n => (long)n), log.Select(e => e.Position));
        Assert.Equal(log, await PostgresLog.AllAsync(plain));
        Assert.Empty(await LogChecks.FindFaultsAsync(stores.Log.Source));
    }

    [Fact]
    public async Task Whoever_waits_on_one_hears_of_the_other()
    {
        var heard = new TaskCompletionSource<LogChange>();
        var plain = stores.Log.Open();
        plain.Changed += change => heard.TrySetResult(change);
        plain.Start();
        await Eventually.IsTrueAsync(() => Task.FromResult(plain.IsLive));
        heard = new();
        await stores.Log.AppendAsync(stores.OpenMarten(), new StepMade(1));

        var change = await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(1, change.Position);
        Assert.Equal([PostgresLog.Stream], change.Streams);
    }

    [Fact]
    public async Task A_writer_without_the_lock_makes_it_look_again()
    {
        var marten = stores.OpenMarten();
        await stores.Log.AppendAsync(marten, new StepMade(1));
        await using var foreign = await stores.Log.Source.OpenConnectionAsync(Token);
        await using var transaction = await foreign.BeginTransactionAsync(Token);
        await using var insert = foreign.CreateCommand();
        insert.CommandText = PostgresLog.ForeignEvent(position: 2, version: 2)
            + "; update events.mt_streams set version = 2";
        await insert.ExecuteNonQueryAsync(Token);
        var append = stores.Log.AppendAsync(marten, new StepMade(2));
        await stores.Log.WaitUntilBlockedAsync(1);
        await transaction.CommitAsync(Token);

        Assert.Equal(new(Version: 3, Position: 3), await append);
    }

    private static async Task WriteAsync(IEventStore store)
    {
        var ids = 0;
        var metadata = new EventMetadata("user:ada")
        {
            ActorName = "Ada \u2013 \"the\" Editor",
            Reason = "2024-05-17T23:15:30",
            CorrelationId = "request-7",
            CausationId = "command-9",
            ClaimedAt = new(2024, 5, 17, 23, 15, 30, TimeSpan.FromHours(-7)),
            ImportedRevision = 12,
        };
        foreach (var stream in new[] { 1, 2, 1 })
        {
            NewEvent[] events =
            [
                new(Id(), new NoteTaken("a < b & \"c\" \U0001F5DE"), metadata),
                new(Id(), new StepMade(7), new("os:ben")),
            ];
            await store.AppendAsync(new(new(stream, 0, 0, new byte[8]), "sample", ExpectedVersion.Any, events)
            {
                Keys = [$"name:{stream}"],
                Command = new($"ask-{ids}", new byte[] { 1, 2 }),
            }, Token);
        }

        Guid Id() => new(++ids, 0x7000, 0x7000, new byte[8]);
    }
}
