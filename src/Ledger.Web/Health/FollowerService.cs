using Ledger.Followers.Following;

namespace Ledger.Web.Health;

/// <summary>Tells those outside what happens in the log.</summary>
internal sealed class FollowerService(FollowerRunner runner, TimeProvider time, ILogger<FollowerService> logger)
    : UnendingService(time, logger, "Those who follow the log are told nothing")
{
    protected override Task RunAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
