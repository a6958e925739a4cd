using System.CommandLine;
using System.Globalization;
using Ledger.Hosting;
using Ledger.Projections.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Benchmarks.Serving;

/// <summary>A rebuild of all read models in a process of its own, which then says how much memory it took.</summary>
internal static class RebuildVerb
{
    public const string Name = "rebuild";

    public static Command Create()
    {
        var database = new Argument<string>("CONNECTION");
        var command = new Command(Name, "For the benchmarks alone") { database };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = new ServiceCollection()
                .AddLedger(parsed.GetRequiredValue(database))
                .BuildServiceProvider();
            await services.GetRequiredService<Rebuild>().RunAsync(Rebuild.Names, progress: null, cancellationToken);
            var peak = OwnProgram.PeakMemory(Environment.ProcessId);
            await Console.Out.WriteLineAsync(peak.ToString("R", CultureInfo.InvariantCulture));
            return 0;
        });
        return command;
    }
}
