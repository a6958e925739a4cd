using System.CommandLine;
using System.Diagnostics;
using Ledger.Benchmarks.Benchmarks;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;

namespace Ledger.Benchmarks;

/// <summary>The command line of the benchmarks.</summary>
internal static class BenchCommand
{
    private static readonly IReadOnlyList<IBenchmark> All = [new Append(), new Batch(), new Reading(), new Diff()];

    public static RootCommand Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Shorter rounds and logs: two minutes for all of it" };
        var only = new Option<string[]>("--only")
        {
            Description = "Only figures whose name is, or begins with, this; may be repeated",
            HelpName = "NAME",
        };
        only.Validators.Add(result =>
        {
            var known = All.SelectMany(benchmark => benchmark.Names).ToList();
            var unknown = result.Tokens.Select(token => token.Value)
                .FirstOrDefault(asked => !known.Exists(name => Bench.IsNamedBy(name, asked)));
            if (unknown is not null)
                result.AddError($"No figure is named '{unknown}'; there are {string.Join(", ", known)}.");
        });
        var json = new Option<FileInfo?>("--json") { Description = "Also writes the figures here", HelpName = "FILE" };
        var events = new Option<int?>("--events")
        {
            Description = "How long a log is read and rebuilt",
            HelpName = "N",
        };
        var command = new RootCommand("Measures Ledger beside what the machine allows") { quick, only, json, events };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var pace = parsed.GetValue(quick) ? Pace.Quick : Pace.Full;
            if (parsed.GetValue(events) is { } length)
                pace = pace with { Events = length };

            var figures = await RunAsync(pace, parsed.GetValue(only) ?? [], cancellationToken);
            await Console.Out.WriteAsync($"{FigureTable.Write(figures)}\n{Foot.Write(figures, pace)}");
            if (parsed.GetValue(json) is { } file)
                await File.WriteAllBytesAsync(file.FullName, FigureJson.Write(figures), cancellationToken);

            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Figure>> RunAsync(
        Pace pace, IReadOnlyList<string> only, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(cancellationToken);
        var bench = new Bench(cluster, pace, only);
        var figures = new List<Figure>();
        foreach (var benchmark in All.Where(benchmark => benchmark.Names.Any(bench.Wants)))
        {
            var start = Stopwatch.GetTimestamp();
            figures.AddRange(await benchmark.RunAsync(bench, cancellationToken));
            await Console.Error.WriteLineAsync(
                $"{string.Join(' ', benchmark.Names)}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }

        return figures;
    }
}
