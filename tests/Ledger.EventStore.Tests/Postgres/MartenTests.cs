using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>A log in which Marten writes, or could.</summary>
public sealed class MartenTests : IAsyncLifetime
{
    private PostgresLog log = null!;
    private PostgresEventStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.CreateAsync();
        store = log.Open();
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task An_event_is_stored_as_Marten_stores_it()
    {
        var metadata = new EventMetadata("user:ada")
        {
            ActorName = "Ada",
            CorrelationId = "request-7",
            CausationId = "command-9",
            ClaimedAt = new(2024, 5, 17, 23, 15, 30, TimeSpan.FromHours(-7)),
        };
        var id = Guid.Parse("0193a000-0000-7000-8000-000000000001");
        await store.AppendAsync(new(PostgresLog.Stream, "sample", ExpectedVersion.NoStream,
            [new(id, new NoteTaken("said"), metadata)]), Token);

        Assert.Equal(
            """
            {
                "id": "0193a000-0000-7000-8000-000000000001",
                "data": {
                    "text": "said"
                },
                "type": "note_taken",
                "bdata": null,
                "seq_id": 1,
                "headers": {
                    "actor": "user:ada",
                    "actorName": "Ada",
                    "claimedAt": "2024-05-17T23:15:30-07:00"
                },
                "version": 1,
                "stream_id": "0193a000-0000-7000-8000-00000000000f",
                "tenant_id": "*DEFAULT*",
                "user_name": "user:ada",
                "is_archived": false,
                "causation_id": "command-9",
                "correlation_id": "request-7",
                "mt_dotnet_type": "Ledger.EventStore.Tests.Contract.NoteTaken, Ledger.EventStore.Tests"
            }
            """,
            await log.ScalarAsync<string>("select jsonb_pretty(to_jsonb(e) - 'timestamp') from events.mt_events e"));
        Assert.Equal("sample 1 *DEFAULT* false", await log.ScalarAsync<string>(
            "select concat_ws(' ', type, version, tenant_id, is_archived::text) from events.mt_streams"));
    }

    [Fact]
    public async Task The_sequence_is_kept_in_step()
    {
        await log.AppendAsync(store, new StepMade(1), new StepMade(2));
        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => store.AppendAsync(
            new(PostgresLog.Stream, "sample", ExpectedVersion.Exactly(9), [log.Event(new StepMade(3))]), Token));

        Assert.Equal(3, await log.ScalarAsync<long>("select nextval('events.mt_events_sequence')"));
        Assert.Equal(3, (await log.AppendAsync(store, new StepMade(3))).Position);
        Assert.Equal(4, await log.ScalarAsync<long>("select nextval('events.mt_events_sequence')"));
    }

    [Fact]
    public async Task What_Marten_writes_into_empty_positions_is_passed_over()
    {
        await log.AppendAsync(store, new StepMade(1));
        await log.ExecuteAsync(PostgresLog.ForeignEvent(position: 2, version: 2, type: "tombstone"));

        Assert.Equal(1, await store.GetHeadAsync(Token));
        Assert.Single(await PostgresLog.AllAsync(store));
        await log.ExecuteAsync("update events.mt_streams set version = 2");
        Assert.Equal(3, (await log.AppendAsync(store, new StepMade(2))).Position);
        Assert.Equal([1L, 3L], (await PostgresLog.AllAsync(store)).Select(e => e.Position));
    }

    [Theory]
    [InlineData("null", "null", "unknown")]
    [InlineData("'null'", "'mary'", "mary")]
    [InlineData("""'{"reason": "why"}'""", "null", "unknown")]
    public async Task An_event_of_somebody_else_has_an_actor_all_the_same(string headers, string user, string actor)
    {
        await log.ExecuteAsync(PostgresLog.ForeignEvent(position: 1, version: 1, headers: headers, user: user));

        Assert.Equal(actor, Assert.Single(await PostgresLog.AllAsync(store)).Metadata.Actor);
    }

    [Fact]
    public async Task Data_that_does_not_have_its_shape_is_said_with_its_place()
    {
        await log.ExecuteAsync(PostgresLog.ForeignEvent(position: 1, version: 1, data: """{"text": 7}"""));

        var broken = await Assert.ThrowsAsync<InvalidDataException>(() => PostgresLog.AllAsync(store));
        Assert.Contains("position 1 (stream", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_ahead_of_ours_does_not_set_the_log_back()
    {
        await log.ExecuteAsync(PostgresLog.ForeignEvent(position: 1, version: 1, time: "'2999-01-01T00:00:00Z'"));
        await log.ExecuteAsync("update events.mt_streams set version = 1");
        await log.AppendAsync(store, new StepMade(1));

        Assert.All(await PostgresLog.AllAsync(store), e => Assert.Equal(2999, e.RecordedAt.Year));
    }

    [Fact]
    public async Task An_append_that_finds_its_place_taken_looks_again()
    {
        await using var foreign = await log.Source.OpenConnectionAsync(Token);
        await using var transaction = await foreign.BeginTransactionAsync(Token);
        await using var insert = foreign.CreateCommand();
        insert.CommandText = PostgresLog.ForeignEvent(position: 1, version: 1);
        await insert.ExecuteNonQueryAsync(Token);

        // Both wait for the position, of which neither has heard yet.
        var another = Guid.Parse("0193a000-0000-7000-8000-0000000000ff");
        var stale = store.AppendAsync(
            new(PostgresLog.Stream, "sample", ExpectedVersion.NoStream, [log.Event(new StepMade(1))]), Token);
        var free = store.AppendAsync(
            new(another, "sample", ExpectedVersion.NoStream, [log.Event(new StepMade(2))]), Token);
        await log.WaitUntilBlockedAsync(1);
        await transaction.CommitAsync(Token);

        var refused = await Assert.ThrowsAsync<WrongExpectedVersionException>(() => stale);
        Assert.Equal(1, refused.Actual);
        Assert.Equal(new(Version: 1, Position: 2), await free);
    }
}
