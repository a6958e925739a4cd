using System.Globalization;

namespace Ledger.Text.Substance;

/// <summary>A word without what its spelling may change freely: capitals, points, shapes of apostrophes.</summary>
internal static class FoldedWord
{
    private const int MostOnStack = 32;

    /// <summary>The key of the word that stands at a place of a text.</summary>
    public static string Of(ReadOnlySpan<char> word, KeyPool keys)
    {
        if (!word.ContainsAnyExceptInRange('a', 'z'))
            return keys.Get(word);

        var folded = word.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[word.Length];
        var lower = word.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[word.Length];
        folded = folded[..Fold(word, folded)];
        return keys.Get(lower[..folded.ToLowerInvariant(lower)]);
    }

    public static bool IsInvisible(char c) => c > 0x7f && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static int Fold(ReadOnlySpan<char> word, Span<char> to)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is '’' or 'ʼ')
                to[length++] = '\'';
            else if (c == '.' ? IsKept(word, i) : !IsInvisible(c))
                to[length++] = char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;
        }

        return length;
    }

    // The points of an abbreviation go; one within a name such as that of a site stays.
    private static bool IsKept(ReadOnlySpan<char> word, int i) =>
        i > 1 && i + 2 < word.Length && char.IsLetter(word[i - 2]);
}
