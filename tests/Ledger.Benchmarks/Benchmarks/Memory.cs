using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Serving;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>The most memory that a rebuild takes, and that a server takes while it is read and written.</summary>
internal sealed class Memory : IBenchmark
{
    private const int Readers = 8;
    private const int Writers = 8;
    private const int Rounds = 3;

    public IReadOnlyList<string> Names { get; } = ["memory.rebuild", "memory.serve"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        if (bench.Wants("memory.rebuild"))
            figures.Add(Peak("memory.rebuild", await RebuildAsync(bench, cancellationToken)));

        if (bench.Wants("memory.serve"))
            figures.Add(Peak("memory.serve", await ServeAsync(bench, cancellationToken)));

        return figures;
    }

    private static async Task<double> RebuildAsync(Bench bench, CancellationToken cancellationToken)
    {
        var ledger = await bench.LongLogAsync(cancellationToken);
        return await RebuildVerb.RunAloneAsync(ledger.Connection.ConnectionString, cancellationToken);
    }

    private static async Task<double> ServeAsync(Bench bench, CancellationToken cancellationToken)
    {
        var site = await bench.SiteAsync(cancellationToken);
        var slugs = await site.SomeSlugsAsync(cancellationToken);
        var desks = Enumerable.Range(0, Writers).Select(seed => new ApiDesk(site.Editor, seed + 2000)).ToList();
        await Task.WhenAll(desks.Select(desk => desk.OpenAsync(10, cancellationToken)));
        var readers = Enumerable.Range(0, Readers).Select(seed => new Random(seed)).ToList();
        await Load.RunAsync(Readers + Writers, bench.Pace.Round * Rounds, EachAsync, cancellationToken);
        return site.PeakMemory();

        Task EachAsync(int caller, CancellationToken token) =>
            caller < Readers ? ReadAsync(readers[caller], token) : desks[caller - Readers].ReviseAsync(token);

        async Task ReadAsync(Random random, CancellationToken token)
        {
            var story = $"/stories/{slugs[random.Next(slugs.Count)]}";
            string[] pages = [story, $"{story}/history", $"{story}/compare/1...2", "/corrections"];
            var page = pages[random.Next(pages.Length)];
            using var answer = await site.Reader.GetAsync(site.AddressOf(page), token);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{page} is answered with {answer.StatusCode}.");
        }
    }

    private static Figure Peak(string name, double mebibytes) =>
        Figure.Of(name, "MiB", [new(mebibytes)], limitName: null, limit: [], otherLoad: 0);
}
