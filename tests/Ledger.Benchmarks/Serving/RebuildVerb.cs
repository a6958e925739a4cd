using System.CommandLine;
using System.Globalization;
using Ledger.Hosting;
using Ledger.Projections.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Benchmarks.Serving;

/// <summary>A rebuild of all read models in a process of its own, which then says how much memory it took.</summary>
internal static class RebuildVerb
{
    private const string Name = "rebuild";

    /// <summary>Rebuilds in another process.</summary>
    /// <returns>The most memory that it took, in MiB.</returns>
    public static async Task<double> RunAloneAsync(string connectionString, CancellationToken cancellationToken)
    {
        using var rebuild = OwnProgram.Start(Name, connectionString);
        var output = await rebuild.StandardOutput.ReadToEndAsync(cancellationToken);
        await rebuild.WaitForExitAsync(cancellationToken);
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

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
