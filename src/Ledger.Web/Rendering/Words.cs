using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;
using Ledger.Text.Substance;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>The words in which pages speak of the facts in rows.</summary>
public static class Words
{
    public static string Of(BlockType type) => type switch
    {
        BlockType.Paragraph => Phrase.Of("Paragraph"),
        BlockType.Heading => Phrase.Of("Heading"),
        BlockType.Quote => Phrase.Of("Quote"),
        BlockType.List => Phrase.Of("List"),
        BlockType.Image => Phrase.Of("Picture"),
        BlockType.Note => Phrase.Of("Note"),
    };

    public static string Of(CreditRole role) => role switch
    {
        CreditRole.Author => Phrase.Of("Author"),
        CreditRole.Agency => Phrase.Of("Agency"),
        CreditRole.Photographer => Phrase.Of("Photographer"),
        CreditRole.Translator => Phrase.Of("Translator"),
        CreditRole.Editor => Phrase.Of("Editor"),
    };

    public static string Of(ArticleField field) => field switch
    {
        ArticleField.Headline => Phrase.Of("Headline"),
        ArticleField.Standfirst => Phrase.Of("Standfirst"),
        ArticleField.Body => Phrase.Of("Text"),
        ArticleField.Caption => Phrase.Of("Caption"),
        ArticleField.Credit => Phrase.Of("Credit"),
        ArticleField.Speaker => Phrase.Of("Speaker"),
    };

    public static string Of(FlagKind kind) => kind switch
    {
        FlagKind.Number => Phrase.Of("Number"),
        FlagKind.Date => Phrase.Of("Date"),
        FlagKind.Name => Phrase.Of("Name"),
        FlagKind.Quotation => Phrase.Of("Quotation"),
        FlagKind.Negation => Phrase.Of("Negation"),
        FlagKind.Unit => Phrase.Of("Unit"),
        FlagKind.Headline => Phrase.Of("Headline"),
        FlagKind.Attribution => Phrase.Of("Attribution"),
        FlagKind.Passage => Phrase.Of("Passage"),
        FlagKind.Picture => Phrase.Of("Picture"),
    };

    public static string Of(StoryStatus status) => status switch
    {
        StoryStatus.Published => Phrase.Of("Published"),
        StoryStatus.Retracted => Phrase.Of("Retracted"),
        StoryStatus.Withdrawn => Phrase.Of("Withdrawn"),
        StoryStatus.Removed => Phrase.Of("Removed for legal reasons"),
    };

    /// <summary>What stands above the notice of a story that is not simply published.</summary>
    public static string NoticeTitle(StoryStatus status) => status switch
    {
        StoryStatus.Retracted => Phrase.Of("This article has been retracted"),
        StoryStatus.Withdrawn => Phrase.Of("This article has been withdrawn"),
        StoryStatus.Removed => Phrase.Of("This article has been removed for legal reasons"),
        StoryStatus.Published => Phrase.Of("This article has been published"),
    };

    /// <summary>On what a story was removed, as the end of a sentence.</summary>
    public static string Of(RemovalBasis basis) => basis switch
    {
        RemovalBasis.CourtOrder => Phrase.Of("the order of a court"),
        RemovalBasis.LegalClaim => Phrase.Of("a legal claim"),
        RemovalBasis.Privacy => Phrase.Of("somebody’s privacy"),
        RemovalBasis.Safety => Phrase.Of("somebody’s safety"),
    };

    public static string Of(RevisionKind kind) => kind switch
    {
        RevisionKind.Update => Phrase.Of("Update"),
        RevisionKind.MinorFix => Phrase.Of("Minor fix"),
    };

    public static string Of(CopyKind kind) => kind switch
    {
        CopyKind.Translation => Phrase.Of("Translation"),
        CopyKind.Syndication => Phrase.Of("Syndicated copy"),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Minor => Phrase.Of("Minor"),
        Severity.MinorVisible => Phrase.Of("Minor"),
        Severity.Clarifying => Phrase.Of("Clarifying"),
        Severity.Substantive => Phrase.Of("Substantive"),
        Severity.Serious => Phrase.Of("Serious"),
        Severity.Legal => Phrase.Of("Legal"),
    };

    /// <summary>A person as readers know them: the name, or the account without its kind.</summary>
    public static string Person(string actor, string? name) =>
        string.IsNullOrWhiteSpace(name) ? actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..] : name;

    /// <summary>Names as in a sentence: "Ada, Ben and Cleo".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => Phrase.Of("{0} and {1}", string.Join(Phrase.Of(", "), names.Take(names.Count - 1)), names[^1]),
    };
}
