namespace Ledger.Domain.Stories;

internal static class Attributing
{
    public static Decision<StoryEvent> Attribute(StoryCommand.Attribute c, Story story, Limits limits)
    {
        var change = new AttributionChanged(
            c.Role, c.BlockId, TextRules.Present(c.From), TextRules.Present(c.To), c.Reason);
        if (FirstBroken(change, limits) is { } broken)
            return broken;

        if (story.LastEvent is AttributionChanged last && change == last with { Substance = null })
            return StoryDecider.Nothing;

        return change.BlockId is null
            ? OfArticle(change, story.Article, limits)
            : OfBlock(change, story.Article.Find(change.BlockId));
    }

    private static Refusal? FirstBroken(AttributionChanged change, Limits limits) =>
        (change.Role is null == change.BlockId is null ? new AttributionTarget() : null)
        ?? (change is { From: null, To: null } ? new InvalidField("to", "must name somebody") : null)
        ?? TextRules.Broken("from", change.From, limits.Field)
        ?? TextRules.Broken("to", change.To, limits.Field)
        ?? TextRules.Reason(change.Reason, limits);

    private static Decision<StoryEvent> OfArticle(AttributionChanged change, Article article, Limits limits)
    {
        var names = article.Credits.Where(credit => credit.Role == change.Role).Select(credit => credit.Name).ToList();
        return (change.From, change.To) switch
        {
            (null, { } to) when names.Contains(to) => StoryDecider.Nothing,
            (null, _) when article.Credits.Count >= limits.Credits =>
                new TooMany("credits", article.Credits.Count + 1, limits.Credits),
            (null, _) => change,
            ({ } from, var to) when names.Contains(from) => from == to ? StoryDecider.Nothing : change,
            (_, { } to) when names.Contains(to) => StoryDecider.Nothing,
            (var from, _) => new AttributionNotFound(from, names),
        };
    }

    private static Decision<StoryEvent> OfBlock(AttributionChanged change, Block? block) => block switch
    {
        null => new BlockNotFound(change.BlockId!),
        { Type: BlockType.Quote } => OfBlock(change, block.Speaker),
        { Type: BlockType.Image } => OfBlock(change, block.Credit),
        _ => new NotAttributable(block.Id),
    };

    private static Decision<StoryEvent> OfBlock(AttributionChanged change, string? current)
    {
        if (current == change.To)
            return StoryDecider.Nothing;

        return current == change.From ? change : new AttributionNotFound(change.From, current is null ? [] : [current]);
    }
}
