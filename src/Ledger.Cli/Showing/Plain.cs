using System.Globalization;
using System.Text;

namespace Ledger.Cli.Showing;

/// <summary>Words of others on a terminal: what would steer the terminal is shown as a mark instead.</summary>
internal static class Plain
{
    /// <summary>On one line.</summary>
    public static string Line(string? text) => Safe(text ?? "", breaks: false);

    /// <summary>With its line breaks.</summary>
    public static string Lines(string? text) => Safe((text ?? "").ReplaceLineEndings("\n"), breaks: true);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Safe(string text, bool breaks)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (breaks && rune.Value is '\n' or '\t')
                safe.Append(rune);
            else if (rune.Value is '\n' or '\r' or '\t')
                safe.Append(' ');
            else if (Rune.IsControl(rune) || IsDirection(rune))
                safe.Append('\uFFFD');
            else
                safe.Append(rune);
        }

        return safe.ToString();
    }

    // These turn the order of what follows around, other people's words included.
    private static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
