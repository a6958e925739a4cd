using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Ledger.Text.Substance;

/// <summary>A text without what readers do not see of it: addresses, tags and the marks of lists.</summary>
/// <remarks>
/// What is taken out leaves blanks, so that every place of the text stays where it is. Every pattern is bounded, so
/// that no text takes more than a time that grows with its length.
/// </remarks>
internal static partial class Plain
{
    private const string Site = @"https?://\S{0,2000}|\bwww\.\S{1,500}";

    private static readonly SearchValues<char> Signs = SearchValues.Create("<[{&@/#*+->.)•");
    private static readonly SearchValues<string> SiteSigns =
        SearchValues.Create(["://", "www."], StringComparison.Ordinal);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return text;

        // A pattern is tried only where the sign is that it cannot do without.
        var plain = text.Contains('<') ? Blank(Tags(), text) : text;
        if (plain.AsSpan().ContainsAny('{', '^'))
            plain = Blank(Templates(), plain);

        if (plain.Contains(']'))
            plain = Blank(Targets(), plain);

        if (plain.Contains('@'))
            plain = Blank(Addresses(), plain);
        else if (plain.AsSpan().ContainsAny(SiteSigns))
            plain = Blank(Sites(), plain);

        if (plain.Contains('&'))
            plain = Entities().Replace(plain, match => Decoded(match.Value));

        return HasMarker(plain) ? Markers().Replace(plain, match => new string('\n', match.Length)) : plain;
    }

    private static bool HasMarker(ReadOnlySpan<char> text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (text[line].TrimStart(" \t") is [var first, _, ..] && (char.IsDigit(first) || "-*+>•#".Contains(first)))
                return true;
        }

        return false;
    }

    private static string Blank(Regex what, string text) => what.Replace(text, match => new string(' ', match.Length));

    // The character that an entity stands for, behind others that nobody sees.
    private static string Decoded(string entity) => WebUtility.HtmlDecode(entity) is var decoded
        && decoded.Length < entity.Length
            ? decoded.PadLeft(entity.Length, '\u2060')
            : new string(' ', entity.Length);

    [GeneratedRegex(@"<[a-zA-Z/!][^<>]{0,500}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\{\{[^{}]{0,2000}\}\}|\{%[^{}%]{0,2000}%\}|\[\^[^\]\n]{1,40}\]:?", RegexOptions.CultureInvariant)]
    private static partial Regex Templates();

    [GeneratedRegex(
        @"(?<=\])\([^()\s]{0,500}(?:\s[^()\n]{0,200})?\)"
        + @"|(?<=\])\[[^\[\]]{0,100}\]|(?m:^\[[^\[\]\n]{1,100}\]:.{0,500}$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Targets();

    [GeneratedRegex(Site, RegexOptions.CultureInvariant)]
    private static partial Regex Sites();

    [GeneratedRegex(Site + @"|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entities();

    // The number of an item is its place in a list.
    [GeneratedRegex(@"(?m:^[ \t]{0,12}(?:[-*+>•]|#{1,6}|\d{1,3}[.)])[ \t])", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();
}
