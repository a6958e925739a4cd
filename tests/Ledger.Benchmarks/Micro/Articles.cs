using Ledger.Benchmarks.Writing;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Micro;

/// <summary>What the pieces are measured on: an article of the usual size with its history.</summary>
internal sealed class Articles
{
    private const int UsualBlocks = 17;

    public Articles()
    {
        var writer = new Writer(seed: 1);
        var story = new Manuscript(UsualArticle(writer));
        Before = story.Article;
        After = writer.Revise(story).Article;
        Events = [.. new History(new(seed: 1), "micro").Next(events: 100).Events.Select(e => (StoryEvent)e.Data)];
    }

    public Article Before { get; }

    public Article After { get; }

    /// <summary>A publication and 99 changes.</summary>
    public IReadOnlyList<StoryEvent> Events { get; }

    private static Article UsualArticle(Writer writer)
    {
        var article = writer.NewArticle();
        while (article.Blocks.Count != UsualBlocks)
            article = writer.NewArticle();

        return article;
    }
}
