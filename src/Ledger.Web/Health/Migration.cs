using Ledger.Hosting;

namespace Ledger.Web.Health;

/// <summary>Brings the database up to date before the first request is taken.</summary>
internal sealed class Migration(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => services.MigrateLedgerAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
