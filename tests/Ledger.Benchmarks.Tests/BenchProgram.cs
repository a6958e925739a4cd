using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Ledger.Benchmarks.Tests;

/// <summary>The script itself, on a database of its own.</summary>
public sealed class BenchProgram
{
    private static readonly string[] Contract =
        ["name", "value", "unit", "limit", "limitName", "ratio", "n", "p50", "p99"];

    [Fact]
    public async Task It_prints_a_table_and_writes_the_figures_that_were_asked_for()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, output, errors) = await RunAsync("--quick", "--only", "diff", "--json", file);

            Assert.True(exitCode == 0, errors);
            Assert.Contains("diff", output, StringComparison.Ordinal);
            Assert.DoesNotContain("append", output, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(
                await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            var figure = Assert.Single(json.RootElement.EnumerateArray());
            Assert.Superset(Contract.ToHashSet(), figure.EnumerateObject().Select(member => member.Name).ToHashSet());
            Assert.Equal("diff", figure.GetProperty("name").GetString());
            Assert.True(figure.GetProperty("value").GetDouble() > 0);
            Assert.True(figure.GetProperty("n").GetInt32() >= 5);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task It_says_which_names_there_are_when_one_is_unknown()
    {
        var (exitCode, _, errors) = await RunAsync("--only", "apend");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("apend", errors, StringComparison.Ordinal);
        Assert.Contains("append.64", errors, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), "ops", "bench"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
