namespace Ledger.Domain.Stories;

internal static class Addressing
{
    public static Decision<StoryEvent> ChangeSlug(StoryCommand.ChangeSlug c, Story story, Limits limits)
    {
        if (!Slug.IsWellFormed(c.Slug))
            return new InvalidSlug(c.Slug);

        if (TextRules.Broken("reason", c.Reason, limits.Note) is { } broken)
            return broken;

        return c.Slug == story.Slug
            ? StoryDecider.Nothing
            : new SlugChanged(story.Slug, c.Slug, TextRules.Present(c.Reason));
    }
}
