using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Serving;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Pages for readers over loopback, beside a constant page of the same size from the same server.</summary>
internal sealed class Pages : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["page.story", "page.304", "page.history"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var site = await bench.SiteAsync(cancellationToken);
        var wrk = new Wrk(bench.Cluster.Folder);
        var constant = wrk.Get(site.AddressOf(ConstantPage.Path));
        var story = $"/stories/{await MedianStoryAsync(site.Ledger, cancellationToken)}";
        var tag = await site.KeepConstantAsync(story, cancellationToken);
        var stories = await new Contest("constant page of the same size", constant,
            new("page.story", "requests/s", wrk.Get(site.AddressOf(story))),
            new("page.304", "requests/s", wrk.Get(site.AddressOf(story), tag)))
            .RunAsync(bench, cancellationToken);

        var history = $"{story}/history";
        await site.KeepConstantAsync(history, cancellationToken);
        var histories = await new Contest("constant page of the same size", constant,
            new Contender("page.history", "requests/s", wrk.Get(site.AddressOf(history))))
            .RunAsync(bench, cancellationToken);
        return [.. stories, .. histories];
    }

    private static Task<string> MedianStoryAsync(BenchLedger ledger, CancellationToken cancellationToken) =>
        ledger.Database.ScalarAsync<string>(Statements.Read("median_story"), cancellationToken);
}
