using JasperFx;
using JasperFx.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine;
using Wolverine.Postgresql;

namespace Ledger.Followers.Tests.Wolverine;

/// <summary>A program of the house that knows the ledger by Wolverine alone, with an inbox of its own.</summary>
internal sealed class OtherProgram : IAsyncDisposable
{
    private readonly IHost host;

    private OtherProgram(IHost host) => this.host = host;

    public static async Task<OtherProgram> StartAsync(string connectionString, Action<WolverineOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddWolverine(ExtensionDiscovery.ManualOnly, options =>
        {
            options.ServiceName = "newsroom";
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Discovery.DisableConventionalDiscovery();
            options.UsePostgresqlPersistenceAndTransport(connectionString, "newsroom", "wolverine").AutoProvision();
            options.AutoBuildMessageStorageOnStartup = AutoCreate.CreateOrUpdate;
            new MessagingHost.Quick(configure).Configure(options);
        });
        var host = builder.Build();
        await host.StartAsync(Following.Log.Token);
        return new(host);
    }

    /// <summary>Sends with what a scope of its own has.</summary>
    public async Task<T> WithBusAsync<T>(Func<IMessageBus, Task<T>> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IMessageBus>());
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
