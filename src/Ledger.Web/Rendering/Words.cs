using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;

namespace Ledger.Web.Rendering;

/// <summary>The words in which pages speak of the facts in rows.</summary>
public static class Words
{
    public static string Of(BlockType type) => type switch
    {
        BlockType.Paragraph => "Paragraph",
        BlockType.Heading => "Heading",
        BlockType.Quote => "Quote",
        BlockType.List => "List",
        BlockType.Image => "Picture",
        BlockType.Note => "Note",
    };

    public static string Of(CreditRole role) => role switch
    {
        CreditRole.Author => "Author",
        CreditRole.Agency => "Agency",
        CreditRole.Photographer => "Photographer",
        CreditRole.Translator => "Translator",
        CreditRole.Editor => "Editor",
    };

    public static string Of(ArticleField field) => field switch
    {
        ArticleField.Headline => "Headline",
        ArticleField.Standfirst => "Standfirst",
        ArticleField.Body => "Text",
        ArticleField.Caption => "Caption",
        ArticleField.Credit => "Credit",
        ArticleField.Speaker => "Speaker",
    };

    public static string Of(StoryStatus status) => status switch
    {
        StoryStatus.Published => "Published",
        StoryStatus.Retracted => "Retracted",
        StoryStatus.Withdrawn => "Withdrawn",
        StoryStatus.Removed => "Removed for legal reasons",
    };

    /// <summary>What stands above the notice of a story that is not simply published.</summary>
    public static string NoticeTitle(StoryStatus status) =>
        $"This article has been {Of(status).ToLowerInvariant()}";

    /// <summary>On what a story was removed, as the end of a sentence.</summary>
    public static string Of(RemovalBasis basis) => basis switch
    {
        RemovalBasis.CourtOrder => "the order of a court",
        RemovalBasis.LegalClaim => "a legal claim",
        RemovalBasis.Privacy => "somebody’s privacy",
        RemovalBasis.Safety => "somebody’s safety",
    };

    public static string Of(RevisionKind kind) => kind switch
    {
        RevisionKind.Update => "Update",
        RevisionKind.MinorFix => "Minor fix",
    };

    public static string Of(CopyKind kind) => kind switch
    {
        CopyKind.Translation => "Translation",
        CopyKind.Syndication => "Syndicated copy",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Minor => "Minor",
        Severity.MinorVisible => "Minor",
        Severity.Clarifying => "Clarifying",
        Severity.Substantive => "Substantive",
        Severity.Serious => "Serious",
        Severity.Legal => "Legal",
    };

    /// <summary>A person as readers know them: the name, or the account without its kind.</summary>
    public static string Person(string actor, string? name) =>
        string.IsNullOrWhiteSpace(name) ? actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..] : name;

    /// <summary>Names as in a sentence: "Ada, Ben and Cleo".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };
}
