using System.Globalization;
using System.Text;

namespace Ledger.Text.Substance;

/// <summary>Numbers as they are written.</summary>
internal static class NumberText
{
    private static readonly string[] Suffixes =
    [
        "s", "st", "nd", "rd", "th", "m", "mn", "bn", "b", "k", "tn", "am", "pm", "km", "kg", "cm", "mm", "g", "mb",
        "gb", "tb", "kb", "mph", "kph", "ft", "h", "hr", "hrs", "min", "mins", "c", "f", "px", "pt", "pc", "kw", "mw",
        "gw", "l", "ml", "p",
    ];

    /// <summary>Whether letters that stand at a number are a unit or an ending, and not part of a name.</summary>
    public static bool IsSuffix(string letters) =>
        Suffixes.Contains(letters.ToLowerInvariant()) && (letters.Length > 1 || letters is not ("F" or "C" or "B"));

    /// <summary>Where the number ends that starts at a place: behind its last digit.</summary>
    public static int End(string text, int start)
    {
        var end = start + Scripts.At(text, start).Utf16SequenceLength;
        while (end < text.Length)
        {
            if (char.IsDigit(text[end]))
                end++;
            else if (text[end] is '.' or ',' or ':' or '٫' or '٬' && IsDigit(text, end + 1))
                end += 2;
            else if (text[end] is '\u00A0' or '\u202F' or '\u2009' && IsGroup(text, end + 1))
                end += 4;
            else
                break;
        }

        return end;
    }

    /// <summary>What different ways of writing one number have in common.</summary>
    public static string Key(string number)
    {
        var digits = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            if (char.IsDigit(c))
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (c is '.' or ':' or '٫')
                digits.Append('.');
            else if (c == ',')
                digits.Append(',');
            else if (!char.IsWhiteSpace(c) && c != '٬')
                digits.Append(c);
        }

        var key = digits.ToString();
        if (IsGrouped(key, ','))
            key = key.Replace(",", "", StringComparison.Ordinal);
        else if (IsGrouped(key, '.') && key.Count(c => c == '.') > 1)
            key = key.Replace(".", "", StringComparison.Ordinal);

        return key.Length > 1 && key.All(char.IsAsciiDigit) ? key.TrimStart('0').PadLeft(1, '0') : key;
    }

    // Whether the whole part is cut into groups of three.
    private static bool IsGrouped(string key, char by)
    {
        var groups = key.Split(by);
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0].All(char.IsAsciiDigit)
            && groups[1..^1].All(IsThree) && (IsThree(groups[^1]) || groups[^1].Length > 3 && groups[^1][3] == '.');
    }

    private static bool IsThree(string group) => group.Length == 3 && group.All(char.IsAsciiDigit);

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsDigit(text[at]);

    private static bool IsGroup(string text, int at) => IsDigit(text, at) && IsDigit(text, at + 1)
        && IsDigit(text, at + 2) && !IsDigit(text, at + 3);
}
