using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;

namespace Ledger.Benchmarks.Serving;

/// <summary>Asks a server for pages, over and over, on many connections.</summary>
internal sealed class Wrk(string folder)
{
    private const int Threads = 2;
    private const int Connections = 64;
    private const double MicrosecondsPerSecond = 1e6;
    private const double MicrosecondsPerMillisecond = 1e3;

    /// <summary>Requests a second for one page.</summary>
    /// <param name="page">What is asked for.</param>
    /// <param name="knownTag">The tag by which the client has the page already; null when it has nothing.</param>
    public Round Get(Uri page, string? knownTag = null)
    {
        string[] condition = knownTag is null ? [] : ["-H", $"If-None-Match: {knownTag}"];
        var script = Write("report.lua", Statements.ReadText("Serving.report.lua"));
        return RoundOf(["-s", script, .. condition, page.AbsoluteUri]);
    }

    /// <summary>Requests a second for pages of a server, each as likely as the others.</summary>
    public Round GetAny(Uri server, IEnumerable<string> paths)
    {
        var file = Write($"{Guid.NewGuid():N}.paths", string.Join('\n', paths));
        var script = Write("any_path.lua",
            Statements.ReadText("Serving.any_path.lua") + Statements.ReadText("Serving.report.lua"));
        return RoundOf(["-s", script, server.AbsoluteUri, "--", file]);
    }

    private static Round RoundOf(IReadOnlyList<string> arguments) => async (duration, cancellationToken) =>
    {
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds));
        var output = await Tool.RunAsync(
            "wrk", ["-t", Text(Threads), "-c", Text(Connections), "-d", Text(seconds), .. arguments],
            cancellationToken);
        return ToSample(output.Split('\n'));
    };

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
