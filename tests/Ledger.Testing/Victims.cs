using System.Diagnostics;
using System.Globalization;

namespace Ledger.Testing;

/// <summary>What became of a program that was to be killed.</summary>
/// <param name="Survived">It came to its end before the moment of its killing.</param>
/// <param name="Acknowledged">What had been acknowledged to it by then.</param>
public sealed record VictimResult(bool Survived, IReadOnlyList<string> Acknowledged);

/// <summary>Runs Ledger.Testing.Victim, which kills itself at the n-th moment of its talk with the database.</summary>
public static class Victims
{
    /// <exception cref="InvalidOperationException">It ended neither with its work nor by being killed.</exception>
    public static async Task<VictimResult> RunAsync(
        string scenario, string connectionString, int killAt, params string[] arguments)
    {
        using var victim = Start(scenario, connectionString, killAt, arguments);
        var errors = victim.StandardError.ReadToEndAsync();
        var said = (await victim.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await victim.WaitForExitAsync();
        var survived = said.LastOrDefault() == "survived";
        const int Killed = 128 + 9;
        if (victim.ExitCode != (survived ? 0 : Killed))
            throw new InvalidOperationException($"The victim ended with {victim.ExitCode}: {await errors}");

        return new(survived, survived ? said[..^1] : said);
    }

    /// <summary>Runs it at each moment there is, until it survives.</summary>
    public static async Task ForEachMomentAsync(Func<int, Task<VictimResult>> run)
    {
        for (var moment = 1; !(await run(moment)).Survived; moment++)
        {
            if (moment > 1_000)
                throw new InvalidOperationException("The victim was killed a thousand times and never survived.");
        }
    }

    /// <summary>Starts it and leaves its end to the test.</summary>
    public static Process Start(string scenario, string connectionString, int killAt, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "Ledger.Testing.Victim.dll"),
            scenario, connectionString, killAt.ToString(CultureInfo.InvariantCulture), .. arguments,
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The victim did not start.");
    }
}
