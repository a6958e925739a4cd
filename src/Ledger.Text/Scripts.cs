using System.Globalization;
using System.Text;

namespace Ledger.Text;

/// <summary>What of a character matters for telling words apart.</summary>
internal static class Scripts
{
    /// <summary>Whether it is a letter, a digit or a mark on one.</summary>
    public static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune);

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Whether its script is written without spaces, so that words may end after any letter.</summary>
    public static bool IsUnspaced(Rune rune) => rune.Value switch
    {
        < 0x0E00 => false,
        <= 0x0EFF => true, // Thai, Lao
        >= 0x1000 and <= 0x109F => true, // Myanmar
        >= 0x1780 and <= 0x17FF => true, // Khmer
        >= 0x3005 and <= 0x3007 => true, // ideographic marks
        >= 0x3040 and <= 0x30FF => true, // Hiragana, Katakana
        >= 0x31F0 and <= 0x31FF => true, // Katakana extensions
        >= 0x3400 and <= 0x4DBF => true, // Han
        >= 0x4E00 and <= 0x9FFF => true, // Han
        >= 0xF900 and <= 0xFAFF => true, // Han
        >= 0xFF66 and <= 0xFF9F => true, // half-width Katakana
        >= 0x20000 and <= 0x3FFFF => true, // Han
        _ => false,
    };

    /// <summary>The character that ends before a place, or a blank at the start.</summary>
    public static Rune Before(string text, int place) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, place), out var rune, out _) == System.Buffers.OperationStatus.Done
            ? rune : new Rune(' ');

    /// <summary>The character that starts at a place, or a blank at the end.</summary>
    public static Rune At(string text, int place) =>
        Rune.DecodeFromUtf16(text.AsSpan(place), out var rune, out _) == System.Buffers.OperationStatus.Done
            ? rune : new Rune(' ');
}
