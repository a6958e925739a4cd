using System.Globalization;

namespace Ledger.Integrity.Notes;

/// <summary>Sizes and places as all these formats write them: digits without a leading zero.</summary>
public static class WholeNumber
{
    /// <summary>The number, or null when the text is none so written.</summary>
    public static long? TryParse(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && (text.Length == 1 || text[0] != '0')
            ? number
            : null;
}
