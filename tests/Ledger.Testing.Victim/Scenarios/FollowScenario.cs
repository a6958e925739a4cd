using System.Globalization;
using Ledger.EventStore;
using Ledger.Followers;
using Ledger.Followers.Following;
using Ledger.Followers.Storing;
using Ledger.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Testing.Victim;

/// <summary>Leads one follower, which says the position of each event that it is told, until it was told all.</summary>
internal static class FollowScenario
{
    public static async Task RunAsync(Situation situation)
    {
        await using var services = new ServiceCollection()
            .AddLedger(situation.ConnectionString)
            .BuildServiceProvider();
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var runner = new FollowerRunner(database, services.GetRequiredService<IEventStore>(), [new Speaker()]);
        using var end = new CancellationTokenSource();
        situation.Kill.Arm();
        var leading = Task.Run(() => runner.RunAsync(end.Token));

        var followers = services.GetRequiredService<FollowerStore>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await followers.GetStatusAsync(default)).Single() is not { Lag: 0, Waiting: 0 })
            await timer.WaitForNextTickAsync();

        await end.CancelAsync();
        await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Speaker : IFollower, IFollowerSource
    {
        public string Name => "recipient";

        public int Concurrency => 2;

        public RetrySchedule Retries => RetrySchedule.Standard;

        public bool Wants(RecordedEvent recorded) => true;

        public Task<Handover> DeliverAsync(RecordedEvent recorded, CancellationToken cancellationToken)
        {
            Situation.Acknowledge(recorded.Position.ToString(CultureInfo.InvariantCulture));
            return Task.FromResult(Handover.Done);
        }

        public Task<IReadOnlyList<IFollower>> ListAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<IFollower>>([this]);
    }
}
