using Ledger.Text;

namespace Ledger.Domain.Stories;

/// <summary>The wrong words of a claim, wherever they stand in an article outside the right ones.</summary>
internal static class WrongWords
{
    /// <summary>Where an empty line parts the right words into paragraphs of their own.</summary>
    public static readonly string[] EmptyLines = ["\r\n\r\n", "\n\n"];

    public static bool StandIn(Article article, Claim claim, ArticleField? field) =>
        Places(article, claim).Any(place => field is null || place.Field == field);

    /// <summary>The places in the order of the article.</summary>
    public static IReadOnlyList<Place> Places(Article article, Claim claim)
    {
        var places = new List<Place>();
        var shielded = ShieldedAcrossBlocks(article, claim.Right);
        ArticleTexts.Map(article, (place, text) =>
        {
            if (Find(text, place, claim, shielded).Count > 0 && !places.Contains(place))
                places.Add(place);

            return text;
        });
        return places;
    }

    public static bool RightStandIn(Article article, Claim claim)
    {
        var found = claim.Right.Length == 0;
        ArticleTexts.Map(article, (_, text) =>
        {
            found = found || text.Contains(claim.Right, StringComparison.Ordinal)
                || WholeWords.Occur(text, claim.Right);
            return text;
        });
        return found;
    }

    /// <summary>The article with the right words in the field that the claim is about, or in all.</summary>
    public static Article Replace(Article article, Claim claim, ISet<Place> places)
    {
        var shielded = ShieldedAcrossBlocks(article, claim.Right);
        return ArticleTexts.Map(article, (place, text) =>
        {
            var found = claim.Field is null || claim.Field == place.Field ? Find(text, place, claim, shielded) : [];
            if (found.Count > 0)
                places.Add(place);

            return WholeWords.Replace(text, found, claim.Right);
        });
    }

    private static List<TextSpan> Find(string text, Place place, Claim claim, Dictionary<string, TextSpan> shielded)
    {
        var right = claim.Right.Length == 0 ? [] : WholeWords.Find(text, claim.Right);
        if (place is { Field: ArticleField.Body, BlockId: { } id } && shielded.TryGetValue(id, out var span))
            right = [.. right, span];

        return [.. WholeWords.Find(text, claim.Wrong).Where(wrong => !right.Any(span => span.Contains(wrong)))];
    }

    // Right words with an empty line in them become several paragraphs, and are still one occurrence.
    private static Dictionary<string, TextSpan> ShieldedAcrossBlocks(Article article, string right)
    {
        var shielded = new Dictionary<string, TextSpan>();
        var parts = right.Split(EmptyLines, StringSplitOptions.None);
        for (var first = 0; parts.Length > 1 && first + parts.Length <= article.Blocks.Count; first++)
        {
            var texts = Enumerable.Range(first, parts.Length).Select(i => article.Blocks[i].Text ?? "").ToList();
            if (!texts[0].EndsWith(parts[0], StringComparison.Ordinal)
                || !texts[^1].StartsWith(parts[^1], StringComparison.Ordinal)
                || !texts.Skip(1).SkipLast(1).SequenceEqual(parts.Skip(1).SkipLast(1)))
                continue;

            for (var i = 0; i < parts.Length; i++)
            {
                var start = i == 0 ? texts[i].Length - parts[i].Length : 0;
                shielded[article.Blocks[first + i].Id] = new(start, start + parts[i].Length);
            }
        }

        return shielded;
    }
}
