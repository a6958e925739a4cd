using System.CommandLine;
using System.Diagnostics;
using Ledger.Benchmarks.Benchmarks;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Micro;
using Ledger.Benchmarks.Serving;

namespace Ledger.Benchmarks;

/// <summary>The command line of the benchmarks.</summary>
internal static class BenchCommand
{
    // Whatever writes to the ledger that they share comes after what only reads it.
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new Append(), new Batch(), new Import(), new Reading(), new Verify(), new AsOf(), new Diff(),
        new Blame(), new Pages(), new Comparing(), new CommandHttp(), new Memory(),
    ];

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
        var growth = new Option<long[]>("--growth")
        {
            Description = "Measures logs of these lengths instead; 1000000 and 10000000 unless named",
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var micro = new Option<bool>("--micro") { Description = "Measures the pieces that work in memory instead" };
        var command = new RootCommand("Measures Ledger beside what the machine allows")
        {
            quick, only, json, events, growth, micro, ServeVerb.Create(), RebuildVerb.Create(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(micro))
            {
                MicroBenchmarks.Run();
                return 0;
            }

            var pace = parsed.GetValue(quick) ? Pace.Quick : Pace.Full;
            if (parsed.GetValue(events) is { } length)
                pace = pace with { Events = length };

            var benchmarks = parsed.GetResult(growth) is null ? All : [new Growth(LengthsOf(parsed.GetValue(growth)))];
            var run = await RunAsync(benchmarks, pace, parsed.GetValue(only) ?? [], cancellationToken);
            await Console.Out.WriteAsync($"{FigureTable.Write(run.Figures)}\n{Foot.Write(run.Figures, pace)}");
            if (parsed.GetValue(json) is { } file)
                await File.WriteAllBytesAsync(file.FullName, FigureJson.Write(run.Figures), cancellationToken);

            return run.Failed ? 1 : 0;
        });
        return command;
    }

    private static long[] LengthsOf(long[]? named) =>
        named is { Length: > 0 } ? named : [1_000_000, 10_000_000];

    private static async Task<(IReadOnlyList<Figure> Figures, bool Failed)> RunAsync(
        IReadOnlyList<IBenchmark> benchmarks, Pace pace, IReadOnlyList<string> only,
        CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(cancellationToken);
        await using var bench = new Bench(cluster, pace, only);
        var figures = new List<Figure>();
        var failed = false;
        foreach (var benchmark in benchmarks.Where(benchmark => benchmark.Names.Any(bench.Wants)))
        {
            var names = string.Join(' ', benchmark.Names);
            var start = Stopwatch.GetTimestamp();
            try
            {
                figures.AddRange(await benchmark.RunAsync(bench, cancellationToken));
                await Console.Error.WriteLineAsync($"{names}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The others can still be measured.
                failed = true;
                await Console.Error.WriteLineAsync($"{names}: failed: {failure.Message}");
            }
        }

        return (figures, failed);
    }
}
