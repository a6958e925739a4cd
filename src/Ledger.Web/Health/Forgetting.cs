using Ledger.Hosting.Accounts;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Health;

/// <summary>Removes, once a day, what is kept of sign-ins for no longer than it is of use.</summary>
internal sealed class Forgetting(SignInAudit audit, Lockout lockout, ILogger<Forgetting> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1));
        do
        {
            try
            {
                await audit.ForgetOldAsync(stoppingToken);
                await lockout.ForgetOldAsync(stoppingToken);
            }
            catch (Exception exception) when (Failures.IsExpected(exception) && !stoppingToken.IsCancellationRequested)
            {
                logger.DatabaseUnavailable(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
