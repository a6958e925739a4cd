using System.Buffers;
using System.Globalization;

namespace Ledger.Domain.Stories;

/// <summary>The rules for any single text.</summary>
internal static class TextRules
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsForbidden)]);

    /// <summary>The text, or null where there are no words in it.</summary>
    public static string? Present(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The change that was asked for; null where nothing was, or where it is so already.</summary>
    public static TextChange? Change(string? current, string? asked) =>
        asked is null || Present(asked) == current ? null : new TextChange(current, Present(asked));

    /// <summary>A public reason that must be given.</summary>
    public static Refusal? Reason(string? reason, Limits limits) =>
        Required(reason, new ReasonRequired()) ?? Broken("reason", reason, limits.Note);

    public static Refusal? Required(string? text, Refusal missing) => string.IsNullOrWhiteSpace(text) ? missing : null;

    /// <summary>What makes a text unfit to be stored and shown, or null. No text is fit.</summary>
    public static Refusal? Broken(string field, string? text, int limit)
    {
        if (text is null)
            return null;

        if (text.Length > limit)
            return new TooLong(field, text.Length, limit);

        return IsPlain(text) ? null : BrokenCharacter(field, text);
    }

    /// <summary>Whether a text is fit to be stored and shown. No text is fit.</summary>
    public static bool IsFit(string? text, int limit) => text is null || text.Length <= limit && IsPlain(text);

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static InvalidField? BrokenCharacter(string field, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForbidden(text[i]))
                return new InvalidField(field, string.Create(CultureInfo.InvariantCulture,
                    $"holds the control character U+{(int)text[i]:X4} as character {i + 1}"));

            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return new InvalidField(field, string.Create(CultureInfo.InvariantCulture,
                    $"holds half of a character, U+{(int)text[i]:X4}, as character {i + 1}"));
        }

        return null;
    }
}
