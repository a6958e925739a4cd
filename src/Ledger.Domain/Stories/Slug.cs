using System.Text;

namespace Ledger.Domain.Stories;

/// <summary>The readable part of a story's address.</summary>
public static class Slug
{
    public const int MostCharacters = 80;

    // A derived slug leaves room for a number behind it.
    private const int MostDerived = 72;
    private const string Fallback = "story";

    /// <summary>
    /// A well-formed slug of a headline's words. Letters and digits of every script stay; Latin ones lose their marks.
    /// </summary>
    public static string From(string headline)
    {
        var slug = "";
        foreach (var word in Words(headline))
        {
            if (slug.Length + 1 + word.Length > MostDerived)
                return slug.Length > 0 ? Safe(slug) : Safe(Cut(word));

            slug = slug.Length == 0 ? word : $"{slug}-{word}";
        }

        return Safe(slug);
    }

    /// <summary>
    /// Whether it can be an address: 1 to 80 small letters and digits of any script, single hyphens between words, and
    /// not a form in which an id could be written, since ids and slugs share one address.
    /// </summary>
    public static bool IsWellFormed(string slug) =>
        slug.Length is >= 1 and <= MostCharacters
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && slug.EnumerateRunes().All(rune => rune.Value == '-' || IsPart(rune) && Rune.ToLowerInvariant(rune) == rune)
        && !Guid.TryParse(slug, out _);

    private static IEnumerable<string> Words(string headline)
    {
        var word = new StringBuilder();
        foreach (var rune in headline.EnumerateRunes().Where(rune => rune.Value is not ('\'' or '’')))
        {
            var folded = LatinLetters.Fold(Rune.ToLowerInvariant(rune));
            if (folded is not null)
                word.Append(folded);
            else if (IsPart(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    // Vowel signs of many scripts are marks and not letters.
    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Cut(string word) =>
        word[..(char.IsHighSurrogate(word[MostDerived - 1]) ? MostDerived - 1 : MostDerived)];

    private static string Safe(string slug) =>
        slug.Length == 0 ? Fallback : Guid.TryParse(slug, out _) ? $"{Fallback}-{slug}" : slug;
}
