using Ledger.Projections.Running;

namespace Ledger.Web.Health;

/// <summary>Follows the log for as long as the node runs, whatever the database does meanwhile.</summary>
internal sealed class ProjectionService(ProjectionRunner runner, TimeProvider time, ILogger<ProjectionService> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await runner.RunAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The node stops: how the statement under way came to its end says nothing.
                return;
            }
            catch (Exception exception)
            {
                logger.ProjectionsFailed(exception.Message, delay);
                await Task.Delay(delay, time, stoppingToken);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }
}
