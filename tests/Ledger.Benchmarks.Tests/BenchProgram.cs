using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Ledger.Benchmarks.Tests;

/// <summary>The script itself, on a database of its own.</summary>
public sealed class BenchProgram
{
    private static readonly string[] Members =
        ["name", "value", "unit", "limit", "limitName", "ratio", "n", "p50", "p99"];

    // All but blame, which has no figure of its own.
    private static readonly string[] Names =
    [
        "append.1", "append.8", "append.64", "append.256", "command.http.8", "append.batch100", "import", "read.all",
        "rebuild", "page.story", "page.history", "page.304", "asof.flat", "verify", "diff", "memory.serve",
        "memory.rebuild",
    ];

    [Fact]
    public async Task It_prints_a_table_and_writes_the_figures_that_were_asked_for()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, output, errors) = await RunAsync(
                "--quick", "--events", "500", "--only", "diff", "--only", "verify", "--only", "append.1",
                "--only", "import", "--json", file);

            Assert.True(exitCode == 0, errors);
            Assert.Contains("diff", output, StringComparison.Ordinal);
            Assert.DoesNotContain("append.8", output, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(
                await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            var figures = json.RootElement.EnumerateArray().ToList();
            Assert.Equal(
                ["append.1", "import", "verify", "diff"],
                figures.Select(figure => figure.GetProperty("name").GetString()));
            Assert.All(figures, figure =>
            {
                Assert.All(Members, member => Assert.True(figure.TryGetProperty(member, out _), member));
                Assert.True(figure.GetProperty("value").GetDouble() > 0);
                Assert.True(figure.GetProperty("n").GetInt32() >= 5);
            });
            var append = figures[0];
            Assert.Equal("pgbench, 1 client", append.GetProperty("limitName").GetString());
            Assert.Equal(
                append.GetProperty("value").GetDouble() / append.GetProperty("limit").GetDouble(),
                append.GetProperty("ratio").GetDouble(), precision: 6);
            Assert.True(append.GetProperty("p50").GetDouble() <= append.GetProperty("p99").GetDouble());
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
        Assert.All(Names, name => Assert.Contains($" {name}", errors, StringComparison.Ordinal));
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
