using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

/// <summary>What is said beside a picture: its caption, its credit, and what it shows.</summary>
public sealed record AssetWords(string? Caption, string? Credit, string? Alt)
{
    /// <summary>Whether no claim is about words that are not here, and one is not right yet.</summary>
    internal bool AreWrong(IReadOnlyList<Claim> claims) => PictureWords.Correct(ToArticle(), Address, claims) is
    {
        Missing: null,
        Applied.Count: > 0,
    };

    /// <summary>The words with those put right that stand here.</summary>
    internal AssetWords Correct(IReadOnlyList<Claim> claims)
    {
        var block = PictureWords.Correct(ToArticle(), Address, claims).Article.Blocks[0];
        return new(TextRules.Present(block.Caption), TextRules.Present(block.Credit), TextRules.Present(block.Alt));
    }

    private const string Address = "/";

    // As if a story were made of the picture alone, so that words are found here as they are found there.
    private Article ToArticle() => new()
    {
        Headline = "",
        Language = "und",
        Blocks =
        [
            new() { Id = "", Type = BlockType.Image, Url = Address, Caption = Caption, Credit = Credit, Alt = Alt },
        ],
    };
}
