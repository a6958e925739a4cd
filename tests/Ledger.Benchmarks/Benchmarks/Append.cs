using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Writing;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Commands that add one event each, by so many callers at once, on 5,000 stories.</summary>
internal sealed class Append : IBenchmark
{
    private const int Stories = 5_000;
    private const int MostClients = 64;

    private static readonly int[] Callers = [1, 8, 64, 256];

    public IReadOnlyList<string> Names { get; } = [.. Callers.Select(Name)];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var ledger = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var desks = await Desks.OpenAsync(ledger.Mediator, Callers.Max(), Stories, cancellationToken);
        var filled = await ledger.Store.GetHeadAsync(cancellationToken);
        await desks.WriteAsync(8, bench.Pace.WarmUp, cancellationToken);
        var pgBench = await PgBench.PrepareAsync(bench.Cluster, ledger, filled, cancellationToken);
        await ledger.SettleAsync(cancellationToken);

        var figures = new List<Figure>();
        foreach (var same in Callers.GroupBy(callers => Math.Min(callers, MostClients)))
        {
            var clients = same.Key == 1 ? "1 client" : $"{same.Key} clients";
            var contest = new Contest($"pgbench, {clients}", pgBench.With(same.Key),
                [.. same.Select(callers => new Contender(Name(callers), "events/s",
                    (duration, token) => desks.WriteAsync(callers, duration, token)))]);
            figures.AddRange(await contest.RunAsync(bench, cancellationToken));
        }

        return figures;
    }

    private static string Name(int callers) => string.Create(CultureInfo.InvariantCulture, $"append.{callers}");
}
