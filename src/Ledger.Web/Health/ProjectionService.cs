using Ledger.Projections.Running;

namespace Ledger.Web.Health;

/// <summary>Follows the log, to keep the read models up with it.</summary>
internal sealed class ProjectionService(ProjectionRunner runner, TimeProvider time, ILogger<ProjectionService> logger)
    : UnendingService(time, logger, "The read models are not followed")
{
    protected override Task RunAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
