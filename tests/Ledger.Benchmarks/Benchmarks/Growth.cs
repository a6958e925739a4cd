using System.Diagnostics;
using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Serving;
using Ledger.Benchmarks.Writing;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Appends and pages of a long log beside those of one of 10,000 events, in turn; and its rebuild.</summary>
internal sealed class Growth(IReadOnlyList<long> lengths) : IBenchmark
{
    private const int Short = 10_000;
    private const int Callers = 64;
    private const int Stories = 5_000;
    private const string LimitName = "the same at 10,000 events";

    public IReadOnlyList<string> Names { get; } =
        [.. lengths.SelectMany(_ => Kinds, (length, kind) => Name(kind, length))];

    private static string[] Kinds => ["fill", "rebuild", "memory", "page", "append"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var ledger = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var figures = new List<Figure>();
        foreach (var length in lengths.Order())
        {
            figures.AddRange(await FillAsync(ledger, length, cancellationToken));

            // Appends make a log longer, so that each length is compared with a new short one.
            await using var beside = await bench.Cluster.CreateLedgerAsync(cancellationToken);
            await beside.FillAsync(Short, cancellationToken);
            figures.AddRange(await PageAsync(bench, length, ledger, beside, cancellationToken));
            figures.AddRange(await AppendAsync(bench, length, ledger, beside, cancellationToken));
        }

        return figures;
    }

    /// <summary>How fast the log grew to this length, and how fast and with what memory it was rebuilt.</summary>
    private static async Task<Figure[]> FillAsync(BenchLedger ledger, long length, CancellationToken cancellationToken)
    {
        var before = await ledger.Store.GetHeadAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        await ledger.FillAsync(length, cancellationToken);
        var filled = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var head = await ledger.Store.GetHeadAsync(cancellationToken);
        start = Stopwatch.GetTimestamp();
        var peak = await RebuildVerb.RunAloneAsync(ledger.Connection.ConnectionString, cancellationToken);
        var rebuilt = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return
        [
            Once(Name("fill", length), "events/s", (head - before) / filled),
            Once(Name("rebuild", length), "events/s", head / rebuilt),
            Once(Name("memory", length), "MiB", peak),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> PageAsync(
        Bench bench, long length, BenchLedger ledger, BenchLedger beside, CancellationToken cancellationToken)
    {
        await beside.RebuildAsync(cancellationToken);
        await using var site = await Site.OpenAsync(ledger, cancellationToken);
        await using var besides = await Site.OpenAsync(beside, cancellationToken);
        var contest = new Contest(LimitName, await ReadersAsync(besides),
            new Contender(Name("page", length), "requests/s", await ReadersAsync(site)));
        return await contest.RunAsync(bench, cancellationToken);

        // Each page is asked for once before, so that what counts is not how many of them have been made so far.
        async Task<Round> ReadersAsync(Site read)
        {
            var paths = (await read.SomeSlugsAsync(cancellationToken)).Select(slug => $"/stories/{slug}").ToList();
            await Parallel.ForEachAsync(paths, cancellationToken, async (path, token) =>
            {
                await read.Reader.GetByteArrayAsync(read.AddressOf(path), token);
            });
            return new Wrk(bench.Cluster.Folder).GetAny(read.AddressOf("/"), paths);
        }
    }

    private static async Task<IReadOnlyList<Figure>> AppendAsync(
        Bench bench, long length, BenchLedger ledger, BenchLedger beside, CancellationToken cancellationToken)
    {
        var desks = await Desks.OpenAsync(ledger.Mediator, Callers, Stories, cancellationToken);
        var besides = await Desks.OpenAsync(beside.Mediator, Callers, Stories, cancellationToken);
        var contest = new Contest(LimitName, Writing(besides),
            new Contender(Name("append", length), "events/s", Writing(desks)));
        return await contest.RunAsync(bench, cancellationToken);

        static Round Writing(Desks writers) => (duration, token) => writers.WriteAsync(Callers, duration, token);
    }

    private static Figure Once(string name, string unit, double value) =>
        Figure.Of(name, unit, [new(value)], limitName: null, limit: [], otherLoad: 0);

    private static string Name(string kind, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"growth.{kind}.{length}");
}
