using System.Diagnostics;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Tests.Running;

public sealed class CatchUpTests
{
    private const string TakeLock = "select pg_advisory_lock(hashtextextended('ledger:read', 0))";
    private const string LeaveLock = "select pg_advisory_unlock(hashtextextended('ledger:read', 0))";
    private const string SomebodyWaits =
        "select exists (select from pg_locks where locktype = 'advisory' and not granted "
        + "and database = (select oid from pg_database where datname = current_database()))";

    [Fact]
    public async Task Without_a_leader_it_projects_itself()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.Life);

        Assert.True(await site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled));

        Assert.All(await site.StatusAsync(), model =>
            Assert.Equal((12, 0), (model.Position, model.Lag)));
    }

    [Fact]
    public async Task An_empty_log_is_caught_up_with_at_once()
    {
        await using var site = await TestSite.CreateAsync();

        Assert.True(await site.Runner.CatchUpAsync(TimeSpan.Zero, TestSite.Cancelled));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_do_it_costs_one_statement()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        var name = new NpgsqlConnectionStringBuilder(site.ConnectionString).Database;
        var statements = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(listener);

        await site.CatchUpAsync();
        Assert.Equal(1, statements);

        await site.HappensAsync(Sample.Bridge, Sample.BridgePublished);
        Assert.InRange(statements, 10, 40);

        // Other tests run at the same time, and their statements are heard here, too.
        void Count(Activity statement)
        {
            if (statement.TagObjects.Any(tag => name!.Equals(tag.Value)))
                Interlocked.Increment(ref statements);
        }
    }

    [Fact]
    public async Task It_gives_up_when_its_time_is_up()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        await using var other = await OpenAsync(site, TakeLock);

        Assert.False(await site.Runner.CatchUpAsync(TimeSpan.FromMilliseconds(50), TestSite.Cancelled));

        Assert.All(await site.StatusAsync(), model => Assert.Null(model.StoppedAt));
    }

    [Fact]
    public async Task It_waits_for_who_is_projecting_now()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        await using var other = await OpenAsync(site, TakeLock);

        var caughtUp = site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled);
        await site.UntilAsync(SomebodyWaits);
        Assert.False(caughtUp.IsCompleted);
        await using var leave = new NpgsqlCommand(LeaveLock, other);
        await leave.ExecuteNonQueryAsync(TestSite.Cancelled);

        Assert.True(await caughtUp);
    }

    [Fact]
    public async Task It_can_be_cancelled_while_it_waits()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        await using var other = await OpenAsync(site, TakeLock);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Cancelled);

        var caughtUp = site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), cancel.Token);
        await site.UntilAsync(SomebodyWaits);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caughtUp);
    }

    [Fact]
    public async Task Every_command_is_seen_by_the_next_read_while_a_leader_runs()
    {
        await using var site = await TestSite.CreateAsync();
        using var leader = new ProjectionRunner(site.Database, site.Store);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Cancelled);
        var leading = leader.RunAsync(end.Token);

        for (var n = 0; n < 30; n++)
        {
            await site.HappensAsync(SampleSite.Story(n), Sample.BridgePublished with { Slug = $"s-{n}" });
            Assert.NotNull(await site.Stories.FindAsync($"s-{n}", TestSite.Cancelled));
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leading);
    }

    /// <summary>Another session that has run a statement.</summary>
    private static async Task<NpgsqlConnection> OpenAsync(TestSite site, string sql)
    {
        var connection = await site.Database.OpenConnectionAsync(TestSite.Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestSite.Cancelled);
        return connection;
    }
}
