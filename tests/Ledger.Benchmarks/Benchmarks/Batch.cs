using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Writing;
using Ledger.EventStore;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Appends of 100 events each, as many at once as an import has under way.</summary>
internal sealed class Batch : IBenchmark
{
    private const string Name = "append.batch100";
    private const int Size = 100;
    private const int Callers = 8;

    // The domain decides them beforehand: what is measured is the log.
    private const int Decided = 200;

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var ledger = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var history = new History(new(seed: 1), "batch");
        var batches = Enumerable.Range(0, Decided)
            .Select(_ => Enumerable.Range(0, Size / OpenData.EventsPerStory)
                .SelectMany(_ => history.Next(OpenData.EventsPerStory).Events.Select(e => e.Data)).ToList())
            .ToList();
        var next = 0;
        foreach (var _ in batches)
            await AppendAsync(0, cancellationToken);

        var copy = await RawCopy.OfLogAsync(ledger, afterPosition: 0, cancellationToken);
        await ledger.SettleAsync(cancellationToken);
        return await new Contest("binary COPY of the same rows", copy.RunAsync,
            new Contender(Name, "events/s", MeasureAsync)).RunAsync(bench, cancellationToken);

        async Task<Sample> MeasureAsync(TimeSpan duration, CancellationToken token)
        {
            var appends = await Load.RunAsync(Callers, duration, AppendAsync, token);
            return appends with { Value = appends.Value * Size };
        }

        Task AppendAsync(int caller, CancellationToken token)
        {
            var batch = batches[(Interlocked.Increment(ref next) & int.MaxValue) % Decided];
            return ledger.Store.AppendAsync(
                new(Guid.CreateVersion7(), "story", ExpectedVersion.NoStream, History.Recordable(batch)), token);
        }
    }
}
