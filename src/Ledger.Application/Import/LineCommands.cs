using Ledger.Domain.Stories;

namespace Ledger.Application.Import;

/// <summary>What a line asks for: the commands that make of the state before it the one that it describes.</summary>
internal static class LineCommands
{
    /// <summary>
    /// The commands in their order, made for the article as it is by then. The text comes last, so that the last
    /// revision of a line is the one that shows its text.
    /// </summary>
    public static IEnumerable<Func<Article, IEnumerable<StoryCommand>>> Between(
        SourceFields before, SourceFields after, string? reason)
    {
        if (before.Headline != after.Headline)
            yield return _ => [new StoryCommand.ChangeHeadline(after.Headline, null, reason)];

        if (before.Standfirst != after.Standfirst)
            yield return _ => [new StoryCommand.ChangeHeadline(null, after.Standfirst ?? "", reason)];

        if (after.Detail is { } detail)
        {
            yield return article => DetailCommands.Credits(article, before.Detail, detail, reason);
            yield return article => DetailCommands.Captions(article, detail, reason);
        }
        else if (before.Author != after.Author)
        {
            yield return article => [Byline(article, before.Author, after.Author, reason)];
        }

        if (before.Text != after.Text || before.Detail != after.Detail)
            yield return article => [Revise(article, before, after, reason)];
    }

    /// <summary>Whether an article has all that changes between two lines as the later one wants it.</summary>
    public static bool AreMetBy(Article article, SourceFields before, SourceFields after) =>
        (before.Headline == after.Headline || article.Headline == after.Headline)
        && (before.Standfirst == after.Standfirst || article.Standfirst == after.Standfirst)
        && (before.Author == after.Author || SourceFields.AuthorOf(article) == after.Author)
        && (before.Text == after.Text || article.ToBodyText() == after.Text)
        && (before.Detail == after.Detail || after.Detail is { } detail && DetailCommands.AreMetBy(article, detail));

    /// <summary>What the line leaves as it was before stays as editors may have made it since.</summary>
    private static StoryCommand.Revise Revise(
        Article article, SourceFields before, SourceFields after, string? reason)
    {
        var (was, now) = (before.Detail, after.Detail);
        var sameBody = was is null || now is null
            ? before.Text == after.Text && now is null
            : DetailCommands.SameBody(was, now);
        return new(
            article with
            {
                Blocks = sameBody ? article.Blocks : after.ToBlocks(),
                Section = now is null || was?.Section == now.Section ? article.Section : now.Section,
                Dateline = now is null || was?.Dateline == now.Dateline ? article.Dateline : now.Dateline,
            },
            RevisionKind.Update,
            reason);
    }

    /// <summary>Where an editor has put another name in place of the one before, that one gives way.</summary>
    private static StoryCommand.Attribute Byline(Article article, string? before, string? after, string? reason)
    {
        var isThere = before is not null && article.Credits.Contains(new(CreditRole.Author, before));
        var from = isThere ? before : SourceFields.AuthorOf(article);
        return new(CreditRole.Author, null, from, after, reason ?? "The byline changed at the source.");
    }
}
