namespace Ledger.Web.Health;

/// <summary>Work that goes on for as long as the node runs, whatever the database does meanwhile.</summary>
/// <param name="time">Measures the pauses before it begins again.</param>
/// <param name="logger">Is told why it ended.</param>
/// <param name="trouble">What does not happen while it has ended, as a sentence.</param>
internal abstract class UnendingService(TimeProvider time, ILogger logger, string trouble) : BackgroundService
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    protected abstract Task RunAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The node stops: how the statement under way came to its end says nothing.
                return;
            }
            catch (Exception exception)
            {
                logger.WorkEnded(trouble, exception.Message, delay);
                await Task.Delay(delay, time, stoppingToken);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }
}
