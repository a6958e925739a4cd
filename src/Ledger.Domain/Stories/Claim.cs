namespace Ledger.Domain.Stories;

/// <summary>The fields of an article in which words can be wrong.</summary>
/// <remarks>
/// The body is the dateline and the text of every block that is not an image; a caption is an image's alt text, too;
/// a credit is a name in the article's credits or an image's.
/// </remarks>
public enum ArticleField { Headline, Standfirst, Body, Caption, Credit, Speaker }

/// <summary>Words that are wrong and the words that are right.</summary>
/// <param name="Wrong">The words as they stand in the article, at least one character.</param>
/// <param name="Right">The words that replace them; may be empty where the wrong words are simply taken out.</param>
/// <param name="Field">Where they stand; null means wherever they occur.</param>
public sealed record Claim(string Wrong, string Right, ArticleField? Field = null)
{
    /// <summary>What is wrong with a claim by itself, whatever the article says.</summary>
    internal static Refusal? FirstBroken(Claim claim, string at, Limits limits) =>
        TextRules.Required(claim.Wrong, new InvalidField($"{at}.wrong", "must not be empty"))
        ?? TextRules.Broken($"{at}.wrong", claim.Wrong, limits.Note)
        ?? TextRules.Broken($"{at}.right", claim.Right, limits.Block)
        ?? (claim.Wrong == claim.Right ? new InvalidField($"{at}.right", "says the same as the wrong words") : null);
}

/// <summary>A place in the article: a field and, where the field belongs to a block, its id.</summary>
public sealed record Place(ArticleField Field, string? BlockId = null)
{
    /// <summary>The places in words: <c>headline, body (b3)</c>.</summary>
    public static string Describe(IEnumerable<Place> places) => string.Join(", ", places.Select(place =>
        place.Field.ToString().ToLowerInvariant() + (place.BlockId is null ? "" : $" ({place.BlockId})")));
}
