using System.Globalization;

namespace Ledger.Integrity.Trees;

/// <summary>The last part of a tile's path: its number in groups of three digits, and its width when partial.</summary>
public static class TilePath
{
    private const string Partial = ".p/";

    /// <summary>Writes <c>x001/x234/067</c>, and <c>x001/x234/067.p/8</c> for its first 8 hashes.</summary>
    public static string Write(long number, int width)
    {
        var path = Group(number % 1000);
        for (var rest = number / 1000; rest > 0; rest /= 1000)
            path = $"x{Group(rest % 1000)}/{path}";

        return width == TileId.FullWidth
            ? path
            : string.Create(CultureInfo.InvariantCulture, $"{path}{Partial}{width}");
    }

    /// <summary>Reads what <see cref="Write"/> writes, and nothing else that would mean the same.</summary>
    public static bool TryParse(string path, out long number, out int width)
    {
        (number, width) = (0, TileId.FullWidth);
        var groups = path;
        var at = path.IndexOf(Partial, StringComparison.Ordinal);
        if (at >= 0)
        {
            groups = path[..at];
            if (!TryNumber(path[(at + Partial.Length)..], out width) || width is < 1 or >= TileId.FullWidth)
                return false;
        }

        // Six groups are more tiles than any log will ever have.
        var parts = groups.Split('/');
        if (parts.Length > 6)
            return false;

        foreach (var part in parts)
        {
            var digits = part.StartsWith('x') ? part[1..] : part;
            if (digits.Length != 3 || !TryNumber(digits, out var group))
                return false;

            number = number * 1000 + group;
        }

        return string.Equals(Write(number, width), path, StringComparison.Ordinal);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Group(long three) => three.ToString("000", CultureInfo.InvariantCulture);
}
