using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ledger.Faults.Tests.Drills;

/// <summary>The drills under <c>ops/drills</c>, as whoever runs them meets them.</summary>
public sealed class DrillTests
{
    [Fact]
    public async Task A_database_that_was_altered_and_lost_comes_back_as_it_was_and_verifies()
    {
        var (exitCode, output) = await RunAsync("restore");

        Assert.True(exitCode == 0, output);
        Assert.Contains("7. ok ", output, StringComparison.Ordinal);
        Assert.Contains("no event up to position 103 was lost", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string drill)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), "ops", "drills", drill))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
