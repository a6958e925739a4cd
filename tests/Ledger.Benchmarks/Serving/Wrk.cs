using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;

namespace Ledger.Benchmarks.Serving;

/// <summary>Asks a server for one page, over and over, on many connections.</summary>
internal sealed class Wrk
{
    private const int Threads = 2;
    private const int Connections = 64;
    private const double MicrosecondsPerSecond = 1e6;
    private const double MicrosecondsPerMillisecond = 1e3;

    private readonly string script;

    private Wrk(string script) => this.script = script;

    public static async Task<Wrk> PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        var script = Path.Combine(folder, "report.lua");
        await File.WriteAllTextAsync(script, Statements.ReadText("Serving.report.lua"), cancellationToken);
        return new(script);
    }

    /// <summary>Requests a second.</summary>
    /// <param name="page">What is asked for.</param>
    /// <param name="knownTag">The tag by which the client has the page already; null when it has nothing.</param>
    public Round Get(Uri page, string? knownTag = null) => async (duration, cancellationToken) =>
    {
        string[] condition = knownTag is null ? [] : ["-H", $"If-None-Match: {knownTag}"];
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var output = await Tool.RunAsync(
            "wrk",
            [
                "-t", Threads.ToString(CultureInfo.InvariantCulture),
                "-c", Connections.ToString(CultureInfo.InvariantCulture),
                "-d", seconds, "-s", script, .. condition, page.AbsoluteUri,
            ],
            cancellationToken);
        return ToSample(output.Split('\n'));
    };

    private static Sample ToSample(string[] lines)
    {
        var report = Numbers(lines, "report ").Single();
        if (report[2] > 0)
            throw new InvalidOperationException($"{report[2]} of {report[0]} requests failed.");

        var latencies = Numbers(lines, "latency ").Select(line => line[0] / MicrosecondsPerMillisecond).ToList();
        return new(report[0] / (report[1] / MicrosecondsPerSecond), latencies);
    }

    private static IEnumerable<double[]> Numbers(string[] lines, string kind) => lines
        .Where(line => line.StartsWith(kind, StringComparison.Ordinal))
        .Select(line => line[kind.Length..].Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray());
}
