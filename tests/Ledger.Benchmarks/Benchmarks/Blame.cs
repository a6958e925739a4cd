using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Writing;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>Keeping up which revision put each word of an article there, on one processor.</summary>
/// <remarks>The histories are as long as those of open data. Nothing sets it a limit that could be measured.</remarks>
internal sealed class Blame : IBenchmark
{
    private const string Name = "blame";
    private const int Articles = 100;

    public IReadOnlyList<string> Names { get; } = [Name];

    public Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var writer = new Writer(seed: 1);
        var histories = Enumerable.Range(0, Articles).Select(_ => Write(writer)).ToList();
        var (article, revision, blame) = (0, 0, ArticleBlame.Begin(histories[0][0]));
        return new Contest(limitName: null, limit: null, new Contender(Name, "revisions/s", MeasureAsync))
            .RunAsync(bench, cancellationToken);

        Task<Sample> MeasureAsync(TimeSpan duration, CancellationToken token) =>
            Load.RunAsync(callers: 1, duration, FollowAsync, token);

        Task FollowAsync(int caller, CancellationToken token)
        {
            var states = histories[article];
            revision++;
            blame = blame.Then(states[revision], revision + 1);
            if (revision == states.Count - 1)
            {
                article = (article + 1) % histories.Count;
                (revision, blame) = (0, ArticleBlame.Begin(histories[article][0]));
            }

            return Task.CompletedTask;
        }
    }

    private static List<Article> Write(Writer writer)
    {
        var story = new Manuscript(writer.NewArticle());
        var states = new List<Article> { story.Article };
        while (states.Count < OpenData.EventsPerStory)
        {
            writer.Change(story);
            states.Add(story.Article);
        }

        return states;
    }
}
