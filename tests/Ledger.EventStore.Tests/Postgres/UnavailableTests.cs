using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Testing;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>A database that is not there, or goes away, is told apart from every other failure.</summary>
public sealed class UnavailableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host=/nowhere/at/all;Username=ledger;Database=ledger")]
    [InlineData("Host=127.0.0.1;Port=1;Username=ledger;Database=ledger;Timeout=2")]
    public async Task A_server_that_is_not_there_is_unavailable(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var store = new PostgresEventStore(database, SampleEvents.Catalogue);

        await AssertUnavailableAsync(() => store.GetHeadAsync(Token));
        await AssertUnavailableAsync(() => store.FindByKeyAsync("name:one", Token));
        await AssertUnavailableAsync(() => store.ReadAllAsync(0, null, Token).CountAsync(Token).AsTask());
        await AssertUnavailableAsync(() => store.WaitForGrowthAsync(0, TimeSpan.FromSeconds(30), Token));
        await AssertUnavailableAsync(() => store.MigrateAsync(Token));
        await AssertUnavailableAsync(() => store.AppendAsync(
            new(PostgresLog.Stream, "sample", ExpectedVersion.Any, [new(Guid.Empty, new StepMade(1), new("user:ada"))]),
            Token));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_unavailable()
    {
        await using var log = await PostgresLog.CreateAsync();
        var elsewhere = new NpgsqlConnectionStringBuilder(log.ConnectionString) { Database = "not_there" };
        await using var database = NpgsqlDataSource.Create(elsewhere.ConnectionString);
        await using var store = new PostgresEventStore(database, SampleEvents.Catalogue);

        await AssertUnavailableAsync(() => store.GetHeadAsync(Token));
    }

    [Fact]
    public async Task An_append_whose_connection_is_ended_while_it_waits_is_written_over_another()
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open();
        await log.AppendAsync(store, new StepMade(1));
        Task<AppendResult> append;
        await using (var holding = await log.HoldAppendLockAsync())
        {
            append = log.AppendAsync(store, new StepMade(2));
            await log.WaitUntilBlockedAsync(1);
            await log.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity "
                + "where datname = current_database() and wait_event_type = 'Lock'");
        }

        Assert.Equal(new(Version: 2, Position: 2), await append);
        Assert.Equal(2, (await PostgresLog.AllAsync(store)).Count);
    }

    [Fact]
    public async Task Waiting_goes_on_when_the_connection_that_listens_is_ended()
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open();
        var waiting = store.WaitForGrowthAsync(0, TimeSpan.FromSeconds(30), Token);
        await Testing.Eventually.IsTrueAsync(async () => await log.ScalarAsync<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            + "where datname = current_database() and query = 'listen ledger_events'") > 0);
        await log.AppendAsync(store, new StepMade(1));

        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task An_append_can_be_cancelled_until_it_is_being_written()
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<AppendResult> first;
        await using (var holding = await log.HoldAppendLockAsync())
        {
            first = AppendAsync(1);
            await log.WaitUntilBlockedAsync(1);
            var second = AppendAsync(2);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
            Assert.False(first.IsCompleted);
        }

        Assert.Equal(new(Version: 1, Position: 1), await first);
        Assert.Equal(new StepMade(1), Assert.Single(await PostgresLog.AllAsync(store)).Data);

        Task<AppendResult> AppendAsync(int step) => store.AppendAsync(
            new(PostgresLog.Stream, "sample", ExpectedVersion.Any, [log.Event(new StepMade(step))]), cancel.Token);
    }

    [Fact]
    public async Task An_append_for_which_the_server_has_no_time_is_refused_and_the_next_one_is_not()
    {
        await using var log = await PostgresLog.CreateAsync();
        var impatient = new NpgsqlConnectionStringBuilder(log.ConnectionString)
        {
            Options = "-c statement_timeout=300ms",
        };
        await using var database = NpgsqlDataSource.Create(impatient.ConnectionString);
        await using var store = new PostgresEventStore(database, SampleEvents.Catalogue);
        await using (await log.HoldAppendLockAsync())
        {
            var refused = await Assert.ThrowsAsync<EventStoreUnavailableException>(
                () => log.AppendAsync(store, new StepMade(1)));
            Assert.Contains("statement timeout", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(new(Version: 1, Position: 1), await log.AppendAsync(store, new StepMade(2)));
        Assert.Equal(new StepMade(2), Assert.Single(await PostgresLog.AllAsync(store)).Data);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_set_the_log_back()
    {
        await using var log = await PostgresLog.CreateAsync();
        var clock = new SetClock(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var store = new PostgresEventStore(log.Source, SampleEvents.Catalogue, clock);
        await log.AppendAsync(store, new StepMade(1));
        clock.Advance(TimeSpan.FromHours(-1));
        await log.AppendAsync(store, new StepMade(2));
        await using var later = new PostgresEventStore(log.Source, SampleEvents.Catalogue, clock);
        await log.AppendAsync(later, new StepMade(3));
        clock.Advance(TimeSpan.FromHours(2));
        await log.AppendAsync(store, new StepMade(4));

        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [noon, noon, noon, noon.AddHours(1)], (await PostgresLog.AllAsync(store)).Select(e => e.RecordedAt));
    }

    private static async Task AssertUnavailableAsync(Func<Task> call)
    {
        var unavailable = await Assert.ThrowsAsync<EventStoreUnavailableException>(call);
        Assert.IsAssignableFrom<NpgsqlException>(unavailable.InnerException);
    }
}
