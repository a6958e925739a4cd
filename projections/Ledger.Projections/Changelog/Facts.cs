using Ledger.Domain.Stories;

namespace Ledger.Projections.Changelog;

internal static class Facts
{
    /// <summary>What an event tells the public, taken from it alone.</summary>
    public static ChangeFacts Of(StoryEvent happened) => happened switch
    {
        StoryPublished e => new() { BlocksWritten = e.Article.Blocks.Count },
        ArticleRevised e => Of(e.Change) with { Kind = e.Kind },
        CorrectionIssued e => Of(e.Change) with
        {
            CorrectionId = e.CorrectionId,
            Class = e.Class,
            Severity = e.Severity,
            Claims = e.Claims,
            Places = e.Places,
        },
        AttributionChanged e => new() { Role = e.Role, BlockId = e.BlockId, Name = new(e.From, e.To) },
        CaptionEdited e => new() { BlockId = e.BlockId, Caption = e.Caption, Credit = e.Credit },
        HeadlineChanged e => new() { Headline = e.Headline, Standfirst = e.Standfirst },
        SlugChanged e => new() { Name = new(e.From, e.To) },
        _ => new(),
    };

    private static ChangeFacts Of(ArticleChange change) => new()
    {
        Headline = change.Headline,
        Standfirst = change.Standfirst,
        BlocksWritten = change.Blocks?.Count,
    };
}
