namespace Ledger.Domain.Stories;

internal static class Publishing
{
    public static Decision<StoryEvent> Publish(StoryCommand.Publish c, Limits limits)
    {
        var article = ArticleRules.Normalise(c.Article);
        if (!Slug.IsWellFormed(c.Slug))
            return new InvalidSlug(c.Slug);

        return ArticleRules.FirstBroken(article, limits) is { } broken
            ? broken
            : new StoryPublished(c.Slug, BlockIds.Complete(article, 0));
    }

    /// <summary>Whether this has been published already. A new address alone makes nothing new of it.</summary>
    public static bool IsRepeated(StoryCommand.Publish c, Story story) =>
        story.Original.Equals(BlockIds.Complete(ArticleRules.Normalise(c.Article), 0));
}
