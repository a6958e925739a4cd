using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Serving;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Revisions through the API, with a token, by eight programs at once.</summary>
internal sealed class CommandHttp : IBenchmark
{
    private const string Name = "command.http.8";
    private const int Callers = 8;
    private const int StoriesEach = 50;

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var site = await bench.SiteAsync(cancellationToken);
        var desks = Enumerable.Range(0, Callers).Select(seed => new ApiDesk(site.Editor, seed + 1000)).ToList();
        await Task.WhenAll(desks.Select(desk => desk.OpenAsync(StoriesEach, cancellationToken)));
        var published = await site.Ledger.Store.GetHeadAsync(cancellationToken);
        await ReviseAsync(bench.Pace.WarmUp, cancellationToken);
        var pgBench = await PgBench.PrepareAsync(bench.Cluster, site.Ledger, published, cancellationToken);
        return await new Contest($"pgbench, {Callers} clients", pgBench.With(Callers),
            new Contender(Name, "events/s", ReviseAsync)).RunAsync(bench, cancellationToken);

        Task<Sample> ReviseAsync(TimeSpan duration, CancellationToken token) =>
            Load.RunAsync(Callers, duration, (caller, each) => desks[caller].ReviseAsync(each), token);
    }
}
