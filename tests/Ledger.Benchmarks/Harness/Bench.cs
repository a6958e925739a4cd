using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Serving;

namespace Ledger.Benchmarks.Harness;

/// <summary>One run of the benchmarks: what was asked for, and the machine it runs on.</summary>
internal sealed class Bench(BenchCluster cluster, Pace pace, IReadOnlyList<string> only) : IAsyncDisposable
{
    private BenchLedger? longLog;
    private Site? site;

    public BenchCluster Cluster { get; } = cluster;

    public Pace Pace { get; } = pace;

    /// <summary>Our own processes are this one, what it starts, and the server of the cluster.</summary>
    public OtherLoad Others { get; } = new([Environment.ProcessId, cluster.ServerProcessId]);

    /// <summary>Whether a figure was asked for, by its name, the beginning of it, or by asking for nothing.</summary>
    public bool Wants(string name) => only.Count == 0 || only.Any(asked => IsNamedBy(name, asked));

    /// <summary>Whether what was asked for is the name or the beginning of it.</summary>
    public static bool IsNamedBy(string name, string asked) => name.StartsWith(asked, StringComparison.Ordinal);

    /// <summary>A ledger of the length that the pace sets, which several benchmarks share.</summary>
    public async Task<BenchLedger> LongLogAsync(CancellationToken cancellationToken)
    {
        if (longLog is null)
        {
            longLog = await Cluster.CreateLedgerAsync(cancellationToken);
            await longLog.FillAsync(Pace.Events, cancellationToken);
        }

        return longLog;
    }

    /// <summary>The server of that ledger, which several benchmarks share.</summary>
    public async Task<Site> SiteAsync(CancellationToken cancellationToken)
    {
        if (site is null)
        {
            var ledger = await LongLogAsync(cancellationToken);
            await ledger.RebuildAsync(cancellationToken);
            site = await Site.OpenAsync(ledger, cancellationToken);
        }

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();

        if (longLog is not null)
            await longLog.DisposeAsync();
    }
}
