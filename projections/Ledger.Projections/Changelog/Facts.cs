using Ledger.Domain.Stories;

namespace Ledger.Projections.Changelog;

internal static class Facts
{
    /// <summary>What an event tells the public, taken from it alone.</summary>
    public static ChangeFacts Of(StoryEvent happened) => happened switch
    {
        StoryPublished e => new() { BlocksWritten = e.Article.Blocks.Count },
        ArticleRevised e => Of(e.Change) with
        {
            Kind = e.Kind,
            Flags = Of(e.Substance),
            SecondPerson = e.SecondPerson is null ? null : true,
        },
        CorrectionIssued e => Of(e.Change) with
        {
            CorrectionId = e.CorrectionId,
            Class = e.Class,
            Severity = e.Severity,
            Claims = e.Claims,
            Places = e.Places,
        },
        AttributionChanged e => new()
        {
            Role = e.Role,
            BlockId = e.BlockId,
            Name = new(e.From, e.To),
            Flags = Of(e.Substance),
        },
        CaptionEdited e => new()
        {
            BlockId = e.BlockId,
            Caption = e.Caption,
            Credit = e.Credit,
            Flags = Of(e.Substance),
        },
        HeadlineChanged e => new() { Headline = e.Headline, Standfirst = e.Standfirst, Flags = Of(e.Substance) },
        CorrectionAmended e => new() { CorrectionId = e.CorrectionId, FormerNote = e.Note.From },
        CorrectionWithdrawn e => new() { CorrectionId = e.CorrectionId },
        SlugChanged e => new() { Name = new(e.From, e.To) },
        _ => new(),
    };

    private static IReadOnlyList<ChangeFlag>? Of(Substance? substance) =>
        substance is { Flags: { Count: > 0 } flags } ? flags : null;

    private static ChangeFacts Of(ArticleChange change) => new()
    {
        Headline = change.Headline,
        Standfirst = change.Standfirst,
        BlocksWritten = change.Blocks?.Count,
    };
}
