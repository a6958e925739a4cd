using Ledger.Projections.Running;
using Ledger.Testing;
using Microsoft.Extensions.Logging;

namespace Ledger.Projections.Tests.Running;

public sealed class LeaderTests
{
    private const string HasLeader =
        "select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1 "
        + "and database = (select oid from pg_database where datname = current_database()) "
        + "and ((classid::bigint << 32) | objid::bigint) = hashtextextended('ledger:lead', 0))";

    [Fact]
    public async Task A_leader_projects_what_is_appended_without_being_asked()
    {
        await using var site = await TestSite.CreateAsync();
        await using var leader = new Running(site);
        await leader.Leads;

        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished));
        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Bridge, Sample.BridgePublished));
    }

    [Fact]
    public async Task One_leads_and_the_next_takes_over_when_it_ends()
    {
        await using var site = await TestSite.CreateAsync();
        await using var first = new Running(site);
        await first.Leads;
        await using var second = new Running(site);
        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished));
        Assert.False(second.Leads.IsCompleted);

        await first.DisposeAsync();

        await second.Leads;
        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Bridge, Sample.BridgePublished));
    }

    [Fact]
    public async Task Another_takes_over_when_the_leading_process_is_killed()
    {
        await using var site = await TestSite.CreateAsync();
        using var victim = Victims.Start("lead", site.ConnectionString, killAt: 0);
        await site.UntilAsync(HasLeader);
        await using var second = new Running(site);
        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished));
        Assert.False(second.Leads.IsCompleted);

        victim.Kill();
        await victim.WaitForExitAsync(TestSite.Cancelled);

        await second.Leads;
        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Bridge, Sample.BridgePublished));
    }

    [Fact]
    public async Task A_leader_that_loses_the_database_leads_again_when_it_is_back()
    {
        await using var site = await TestSite.CreateAsync();
        await using var leader = new Running(site);
        await leader.Leads;

        await site.ExecuteAsync("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """);
        site.Database.Clear();

        await site.UntilProjectedAsync(await site.AppendAsync(Sample.Bridge, Sample.BridgePublished));
        Assert.All(await site.StatusAsync(), model => Assert.Null(model.StoppedAt));
    }

    [Fact]
    public async Task A_leader_tries_a_stopped_read_model_again_from_time_to_time()
    {
        var probe = new Probe { FailsAt = 1 };
        await using var site = await TestSite.CreateAsync([probe]);
        await using var leader = new Running(site, probe);
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        await site.UntilAsync("select exists (select from ops.projection_error)");

        probe.FailsAt = null;

        await site.UntilProjectedAsync(1);
    }

    /// <summary>A process's runner, until the end of the test.</summary>
    private sealed class Running : IAsyncDisposable, ILogger<ProjectionRunner>
    {
        private readonly CancellationTokenSource end =
            CancellationTokenSource.CreateLinkedTokenSource(TestSite.Cancelled);
        private readonly TaskCompletionSource leads = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ProjectionRunner runner;
        private readonly Task task;

        public Running(TestSite site, params IReadOnlyList<IProjection> projections)
        {
            runner = new(site.Database, site.Store, projections is [] ? ReadModels.All : projections, this);
            task = Task.Run(() => runner.RunAsync(end.Token));
        }

        public Task Leads => leads.Task.WaitAsync(TimeSpan.FromSeconds(120), TestSite.Cancelled);

        public async ValueTask DisposeAsync()
        {
            await end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            runner.Dispose();
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "Leading")
                leads.TrySetResult();
        }
    }
}
