namespace Ledger.Domain.Stories;

/// <summary>One text of an article or of a block, by the name that it has in the JSON form of a story.</summary>
/// <param name="IsProse">False for a code or an address, half of which says nothing to a reader.</param>
internal readonly record struct NamedText(string Name, string? Text, bool IsProse = true);

/// <summary>The texts of articles in the order in which a reader meets them; all have the same names.</summary>
internal static class ArticleFields
{
    /// <summary>The texts above the body.</summary>
    public static List<NamedText> Of(Article article) =>
    [
        new("headline", article.Headline),
        new("standfirst", article.Standfirst),
        new("credits", string.Join('\n', article.Credits.Select(credit => $"{NameOf(credit.Role)}: {credit.Name}"))),
        new("section", article.Section),
        new("dateline", article.Dateline),
        new("language", article.Language, IsProse: false),
    ];

    /// <summary>The texts of a block; its type is one where it is another than that of the other side.</summary>
    public static List<NamedText> Of(Block? block, Block? other) =>
    [
        new("type", block is null || block.Type == (other ?? block).Type ? null : NameOf(block.Type), IsProse: false),
        new("text", block?.Text),
        new("items", string.Join('\n', block?.Items ?? [])),
        new("speaker", block?.Speaker),
        new("url", block?.Url, IsProse: false),
        new("alt", block?.Alt),
        new("caption", block?.Caption),
        new("credit", block?.Credit),
    ];

    private static string NameOf(Enum value) => value.ToString().ToLowerInvariant();
}
