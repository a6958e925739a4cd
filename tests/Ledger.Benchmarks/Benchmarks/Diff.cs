using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Writing;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>The word diff of an article and its next revision, on one processor.</summary>
/// <remarks>Nothing sets it a limit that could be measured, so that it stands alone.</remarks>
internal sealed class Diff : IBenchmark
{
    private const string Name = "diff";
    private const int Articles = 500;

    public IReadOnlyList<string> Names { get; } = [Name];

    public Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var writer = new Writer(seed: 1);
        var revisions = Enumerable.Range(0, Articles).Select(_ => Revise(writer)).ToList();
        var next = 0;
        return new Contest(limitName: null, limit: null, new Contender(Name, "articles/s", MeasureAsync))
            .RunAsync(bench, cancellationToken);

        Task<Sample> MeasureAsync(TimeSpan duration, CancellationToken token) =>
            Load.RunAsync(callers: 1, duration, CompareAsync, token);

        Task CompareAsync(int caller, CancellationToken token)
        {
            var (before, after) = revisions[next];
            next = (next + 1) % revisions.Count;
            return ArticleDiff.Compare(before, after).IsEmpty
                ? throw new InvalidOperationException("A revision has changed nothing.")
                : Task.CompletedTask;
        }
    }

    private static (Article Before, Article After) Revise(Writer writer)
    {
        var story = new Manuscript(writer.NewArticle());
        var before = story.Article;
        return (before, writer.Revise(story).Article);
    }
}
