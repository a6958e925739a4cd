using Ledger.Domain.Policies;
using Ledger.Followers.Following;
using Ledger.Followers.Tests.Following;
using Ledger.Followers.Wolverine;
using Ledger.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine;

namespace Ledger.Followers.Tests.Wolverine;

/// <summary>A process of the ledger with Wolverine in it, as far as the log and the messages go.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly CancellationTokenSource end = new();
    private readonly Task leading;

    private MessagingHost(IHost host)
    {
        this.host = host;
        leading = Task.Run(() => Get<FollowerRunner>().RunAsync(end.Token));
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <param name="connectionString">Of a database that has the tables of the ledger.</param>
    /// <param name="settings">What goes through Wolverine.</param>
    /// <param name="more">What a host sets beside.</param>
    public static async Task<MessagingHost> StartAsync(
        string connectionString, WolverineSettings settings, Action<WolverineOptions>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLedger(connectionString, policy: HousePolicy.OneHand);
        builder.Services.AddLedgerWolverine(connectionString, settings);
        builder.Services.AddSingleton<IWolverineExtension>(new Quick(more));
        var host = builder.Build();
        await host.StartAsync(Log.Token);
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        end.Dispose();
    }

    /// <summary>What a production has patience for, a test has not.</summary>
    internal sealed class Quick(Action<WolverineOptions>? more) : IWolverineExtension
    {
        private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

        public void Configure(WolverineOptions options)
        {
            options.Durability.ScheduledJobPollingTime = Soon;
            options.Durability.ScheduledJobFirstExecution = Soon;
            options.Durability.OrphanedMessageSweepPollingTime = Soon;
            options.Durability.NodeReassignmentPollingTime = Soon;
            options.Durability.HealthCheckPollingTime = Soon;
            options.Durability.FirstHealthCheckExecution = Soon;
            options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(5);
            more?.Invoke(options);
        }
    }
}
