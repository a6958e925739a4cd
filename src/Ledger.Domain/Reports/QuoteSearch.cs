using System.Text;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

/// <summary>A text of an article in which quoted words stand, as a reader sees it.</summary>
/// <param name="Before">What stands before the words.</param>
/// <param name="Exact">The words as they stand there.</param>
/// <param name="After">What stands after them.</param>
public sealed record QuotePlace(Place Place, string Before, string Exact, string After);

/// <summary>Finds the words that a reader has quoted.</summary>
/// <remarks>
/// A reader copies what the page shows, so that the signs of the markup and the kind and number of spaces do not count.
/// </remarks>
public static class QuoteSearch
{
    private const string Markup = "*_`";

    /// <summary>
    /// The places of the article in its order; those alone where what stands around the words is as quoted, if there
    /// are any.
    /// </summary>
    public static IReadOnlyList<QuotePlace> Find(Article article, TextQuote quote)
    {
        var exact = AsShown(quote.Exact).Trim();
        var found = new List<QuotePlace>();
        ArticleTexts.Map(article, (place, text) =>
        {
            if (quote.Field is null || quote.Field == place.Field)
                found.AddRange(Find(place, AsShown(text), exact));

            return text;
        });
        var likely = found.Where(place => StandsAsQuoted(place, quote)).ToList();
        return likely.Count > 0 ? likely : found;
    }

    private static IEnumerable<QuotePlace> Find(Place place, string text, string exact)
    {
        if (exact.Length == 0)
            yield break;

        for (var at = text.IndexOf(exact, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(exact, at + exact.Length, StringComparison.Ordinal))
            yield return new(place, text[..at], exact, text[(at + exact.Length)..]);
    }

    private static bool StandsAsQuoted(QuotePlace place, TextQuote quote) =>
        (quote.BlockId is null || quote.BlockId == place.Place.BlockId)
        && place.Before.Trim().EndsWith(AsShown(quote.Prefix ?? "").Trim(), StringComparison.Ordinal)
        && place.After.Trim().StartsWith(AsShown(quote.Suffix ?? "").Trim(), StringComparison.Ordinal);

    private static string AsShown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                if (!Markup.Contains(c, StringComparison.Ordinal))
                    shown.Append(c);
            }
            else if (shown.Length == 0 || shown[^1] != ' ')
            {
                shown.Append(' ');
            }
        }

        return shown.ToString();
    }
}
