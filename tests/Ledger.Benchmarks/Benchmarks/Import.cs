using System.Diagnostics;
using Ledger.Application.Import;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Writing;
using Ledger.Formats;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>A revision set, from its file into the log by the rules of every command, without read models.</summary>
internal sealed class Import : IBenchmark
{
    private const string Name = "import";

    // So that an import takes seconds, and its events are as many as are read and rebuilt, but not without end.
    private const int MostArticles = 3_000;

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var ledger = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var file = Path.Combine(bench.Cluster.Folder, "revisions.jsonl");
        var articles = Math.Min(bench.Pace.Events / OpenData.EventsPerStory, MostArticles);
        var sets = 0;
        await WriteNextAsync(cancellationToken);
        await ImportAsync(TimeSpan.Zero, cancellationToken);
        var copy = await RawCopy.OfLogAsync(ledger, afterPosition: 0, cancellationToken);
        var contest = new Contest("binary COPY of the same rows", copy.RunAsync,
            new Contender(Name, "events/s", ImportAsync))
        {
            Prepare = WriteNextAsync,
        };
        return await contest.RunAsync(bench, cancellationToken);

        // A set that is in the log already would add nothing.
        Task WriteNextAsync(CancellationToken token) => SourceArticles.WriteAsync(file, ++sets, articles, token);

        async Task<Sample> ImportAsync(TimeSpan duration, CancellationToken token)
        {
            await using var input = File.OpenRead(file);
            var start = Stopwatch.GetTimestamp();
            var outcome = await ledger.Mediator.Send(
                new ImportRevisions(RevisionSet.ReadAsync(input, token), "en") { Actor = Requests.Editor }, token);
            return outcome is ImportOutcome.Done { Summary.Events: > 0 and var events }
                ? new(events / Stopwatch.GetElapsedTime(start).TotalSeconds)
                : throw new InvalidOperationException($"The import came to {outcome}.");
        }
    }
}
