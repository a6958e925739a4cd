using Ledger.Text;

namespace Ledger.Domain.Stories;

/// <summary>The words that stand beside one picture of an article, by the picture's address.</summary>
internal static class PictureWords
{
    /// <summary>An article with claims put right beside a picture, and nowhere else.</summary>
    /// <param name="Applied">The claims whose wrong words stood there.</param>
    /// <param name="Missing">The first claim of which neither the wrong words nor the right ones stood there.</param>
    public sealed record Corrected(
        Article Article, IReadOnlyList<Claim> Applied, IReadOnlySet<Place> Places, Claim? Missing);

    /// <summary>The article with nothing in it but the blocks of the picture.</summary>
    public static Article Only(Article article, string url) => new()
    {
        Headline = "",
        Language = article.Language,
        Blocks = [.. article.Blocks.Where(block => block.Type == BlockType.Image && block.Url == url)],
    };

    public static Corrected Correct(Article article, string url, IReadOnlyList<Claim> claims)
    {
        var (picture, applied, places) = (Only(article, url), new List<Claim>(), new HashSet<Place>());
        Claim? missing = null;
        foreach (var claim in claims)
        {
            if (WrongWords.StandIn(picture, claim, claim.Field))
            {
                picture = WrongWords.Replace(picture, claim, places);
                applied.Add(claim);
            }
            else if (!IsRight(picture, claim))
            {
                missing ??= claim;
            }
        }

        return new(
            article with { Blocks = article.Blocks.MapOrSame(block => picture.Find(block.Id) ?? block) },
            applied, places, missing);
    }

    /// <summary>What stands beside the picture, in quotation marks.</summary>
    public static string Describe(Article article, string url) => string.Join("; ", Only(article, url).Blocks
        .SelectMany(block => new[] { block.Caption, block.Credit })
        .Where(text => !string.IsNullOrWhiteSpace(text))
        .Select(text => $"'{text}'"));

    // That words which were to be taken out are not there says nothing: other words may stand in their place.
    private static bool IsRight(Article picture, Claim claim)
    {
        var found = false;
        ArticleTexts.Map(picture, (place, text) =>
        {
            found |= claim.Right.Length > 0 && place.Field == claim.Field
                && WholeWords.Find(text, claim.Right).Count > 0;
            return text;
        });
        return found;
    }
}
