using Ledger.Application.Import;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Writing;
using Ledger.Projections.Revisions;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>One late state of a story against one early state of it: by number and by time.</summary>
internal sealed class AsOf : IBenchmark
{
    private const int Early = 10;
    private const int Late = 10_000;

    public IReadOnlyList<string> Names { get; } = ["asof.flat", "asof.flat.time"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var ledger = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var story = await ImportAsync(ledger, cancellationToken);
        await ledger.RebuildAsync(cancellationToken);
        await ledger.SettleAsync(cancellationToken);

        var revisions = ledger.Get<RevisionQueries>();
        var byNumber = new Contest($"revision {Early}", Each(token => revisions.FindAsync(story, Early, token)),
            new Contender("asof.flat", "ms", Each(token => revisions.FindAsync(story, Late, token))));
        var byTime = new Contest($"the time of revision {Early}", EachAt(Early),
            new Contender("asof.flat.time", "ms", EachAt(Late)));
        return
        [
            .. await byNumber.RunAsync(bench, cancellationToken),
            .. await byTime.RunAsync(bench, cancellationToken),
        ];

        Round EachAt(int revision) =>
            Each(token => revisions.FindAtAsync(story, SourceArticles.TimeOf(revision), token));
    }

    private static Round Each(Func<CancellationToken, Task<RevisionView?>> read) => Load.MedianOf(async token =>
    {
        if (await read(token) is null)
            throw new InvalidOperationException("A revision of the story is not there.");
    });

    private static async Task<Guid> ImportAsync(BenchLedger ledger, CancellationToken cancellationToken)
    {
        Guid? story = null;
        var lines = SourceArticles.Revisions(new(seed: 1), "long", Late + 1).ToAsyncEnumerable();
        var outcome = await ledger.Mediator.Send(
            new ImportRevisions(lines, "en")
            {
                Actor = Requests.Editor,
                OnLine = (line, _) =>
                {
                    story = line.Story;
                    return ValueTask.CompletedTask;
                },
            },
            cancellationToken);
        return outcome is ImportOutcome.Done && story is { } id
            ? id
            : throw new InvalidOperationException($"The import came to {outcome}.");
    }
}
