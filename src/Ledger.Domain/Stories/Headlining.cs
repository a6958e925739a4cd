namespace Ledger.Domain.Stories;

internal static class Headlining
{
    public static Decision<StoryEvent> ChangeHeadline(StoryCommand.ChangeHeadline c, Story story, Limits limits)
    {
        if (FirstBroken(c, story, limits) is { } broken)
            return broken;

        var changed = new HeadlineChanged(
            TextRules.Change(story.Article.Headline, c.Headline),
            TextRules.Change(story.Article.Standfirst, c.Standfirst),
            TextRules.Present(c.Reason));
        return changed is { Headline: null, Standfirst: null } ? StoryDecider.Nothing : changed;
    }

    private static Refusal? FirstBroken(StoryCommand.ChangeHeadline c, Story story, Limits limits) =>
        (c is { Headline: null, Standfirst: null }
            ? new InvalidField("headline", "is missing, and so is the standfirst") : null)
        ?? TextRules.Required(c.Headline ?? story.Article.Headline, new InvalidField("headline", "must not be empty"))
        ?? TextRules.Broken("headline", c.Headline, limits.Field)
        ?? TextRules.Broken("standfirst", c.Standfirst, limits.Field)
        ?? TextRules.Broken("reason", c.Reason, limits.Note);
}
