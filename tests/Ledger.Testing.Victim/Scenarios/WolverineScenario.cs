using System.Globalization;
using Ledger.Followers.Following;
using Ledger.Followers.Wolverine;
using Ledger.Followers.Wolverine.Messages;
using Ledger.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ledger.Testing.Victim;

/// <summary>Hands the log to a handler of Wolverine's, which says each position and never ends the third.</summary>
internal static class WolverineScenario
{
    public static async Task RunAsync(Situation situation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLedger(situation.ConnectionString);
        builder.Services.AddLedgerWolverine(
            situation.ConnectionString, new() { Commands = false, EventQueue = null });
        builder.Services.AddSingleton<IWolverineExtension, Here>();
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<FollowerRunner>().RunAsync(CancellationToken.None);
    }

    internal sealed class Here : IWolverineExtension
    {
        public void Configure(WolverineOptions options)
        {
            options.AddMessageHandler(new Stuck());
            options.PublishMessage<LedgerEvent>().ToLocalQueue("events");
        }
    }

    private sealed class Stuck : MessageHandler<LedgerEvent>
    {
        private int count;

        protected override async Task HandleAsync(
            LedgerEvent message, MessageContext context, CancellationToken cancellation)
        {
            Situation.Acknowledge(message.Position.ToString(CultureInfo.InvariantCulture));
            if (Interlocked.Increment(ref count) >= 3)
                await Task.Delay(Timeout.Infinite, cancellation);
        }
    }
}
