using Ledger.Followers;
using Ledger.Followers.Storing;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Webhooks;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>A server that tells receivers on this machine, and has little patience with them.</summary>
public sealed class WebhookServer : IAsyncLifetime
{
    /// <summary>An attempt and three more.</summary>
    public const int Attempts = 4;

    private WebServer? server;

    public WebServer Server => server ?? throw new InvalidOperationException("The server has not been started.");

    public WebhookDesk Desk => Server.Services.GetRequiredService<WebhookDesk>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await WebServer.StartAsync(new()
    {
        Webhooks = new()
        {
            TrustedHosts = ["127.0.0.1"],
            Patience = TimeSpan.FromSeconds(2),
            Retries = new(Enumerable.Repeat(TimeSpan.FromMilliseconds(20), Attempts - 1).ToList()),
        },
    });

    /// <summary>Adds a subscription for a receiver.</summary>
    public Task<ShownSecret> AddAsync(string name, string url, bool staff = false, params string[] types) =>
        Desk.AddAsync(new(name, url, staff, types), Origin.Program, Cancel);

    public async Task<FollowerStatus> StatusAsync(string name) =>
        (await Server.Services.GetRequiredService<FollowerStore>().GetStatusAsync(Cancel))
            .Single(status => status.Name == $"webhook:{name}");

    public Task UntilAsync(string name, Func<FollowerStatus, bool> isSo) =>
        Eventually.IsTrueAsync(async () => isSo(await StatusAsync(name)));

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }
}
