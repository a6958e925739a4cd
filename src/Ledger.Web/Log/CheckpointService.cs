using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Signing;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Log;

/// <summary>Why this node signs nothing, for those who ask whether it is well.</summary>
internal sealed class CheckpointState
{
    /// <summary>Why the log does not extend what was signed, in a sentence; null when it does.</summary>
    public string? Fault { get; set; }
}

/// <summary>Signs a checkpoint whenever the log has grown, once a second at most, while the node runs.</summary>
/// <remarks>
/// Where several nodes do so, a lock makes them take turns, and whoever comes second finds nothing to sign. Nobody
/// waits for it who appends.
/// </remarks>
internal sealed class CheckpointService(
    CheckpointPublisher publisher, IEventStore store, CheckpointState state, TimeProvider time,
    ILogger<CheckpointService> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private string? said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var last = await publisher.PublishAsync(stoppingToken);
                Say(null, isFault: false);
                await Task.Delay(BetweenCheckpoints, time, stoppingToken);
                await store.WaitForGrowthAsync(last.Size, LongestSleep, stoppingToken);
                continue;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (LogIntegrityException e)
            {
                Say(e.Message, isFault: true);
            }
            catch (LogKeysException e)
            {
                Say(e.Message, isFault: false);
            }
            catch (Exception e) when (Failures.IsExpected(e))
            {
                Say("The database cannot be reached.", isFault: false);
            }

            await Task.Delay(AfterFailure, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Say(string? reason, bool isFault)
    {
        state.Fault = isFault ? reason : null;
        if (reason == said)
            return;

        said = reason;
        if (reason is null)
            logger.SignedAgain();
        else
            logger.NotSigned(reason);
    }
}

internal static class Checkpoints
{
    public static void AddCheckpoints(this IServiceCollection services) => services
        .AddSingleton<CheckpointState>()
        .AddSingleton<CheckpointService>()
        .AddHostedService(provider => new WhereKeysAre(
            provider.GetRequiredService<SigningSettings>(), provider.GetRequiredService<CheckpointService>()));

    /// <summary>Runs the service only on a node that has a folder of keys.</summary>
    private sealed class WhereKeysAre(SigningSettings settings, CheckpointService service) : IHostedService
    {
        private readonly bool signs = settings.KeyFolder is not null;

        public Task StartAsync(CancellationToken cancellationToken) =>
            signs ? service.StartAsync(cancellationToken) : Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) =>
            signs ? service.StopAsync(cancellationToken) : Task.CompletedTask;
    }
}
