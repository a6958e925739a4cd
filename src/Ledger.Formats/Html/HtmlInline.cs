using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ledger.Formats.Html;

/// <summary>Words with the little markup of a block: emphasis, strong emphasis, code, links and line breaks.</summary>
/// <param name="site">What relative addresses are relative to; null where that is not known.</param>
internal sealed partial class HtmlInline(Uri? site)
{
    private const int Deepest = 50;

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "template", "noscript", "iframe", "object", "form", "svg", "math",
    };

    // Stands for a line break until the white space around it is folded; it cannot occur in HTML.
    private const char Break = '\u0001';

    // Stands for an empty line of the source.
    private const char Parting = '\u0002';

    /// <summary>Whether nothing in it is for readers.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    /// <summary>One text.</summary>
    public string Write(IEnumerable<INode> nodes) => Fold(Raw(nodes, false, 0).Replace(Parting, ' '));

    /// <summary>Texts that the source parts by empty lines.</summary>
    public IEnumerable<string> WriteParagraphs(IEnumerable<INode> nodes) =>
        Raw(nodes, true, 0).Split(Parting).Select(Fold).Where(text => text.Length > 0);

    /// <summary>The words alone, on one line.</summary>
    public static string Plain(INode node) => Spaces().Replace(node.TextContent, " ").Trim();

    /// <summary>The address in full, or null where a page must not have it.</summary>
    public string? Absolute(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;

        var uri = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var whole) && !whole.IsFile ? whole
            : site is not null && Uri.TryCreate(site, address.Trim(), out var joined) ? joined
            : null;
        return uri is not null && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri
            : null;
    }

    private string Raw(IEnumerable<INode> nodes, bool parted, int depth)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
            Append(text, node, parted, depth);

        return text.ToString();
    }

    private void Append(StringBuilder text, INode node, bool parted, int depth)
    {
        switch (node)
        {
            case IText words:
                text.Append(parted ? EmptyLines().Replace(Escape(words.Data), $"{Parting}") : Escape(words.Data));
                break;
            case IElement deep when depth > Deepest:
                text.Append(Escape(deep.TextContent));
                break;
            case IElement silent when IsSilent(silent):
                break;
            case IElement { LocalName: "br" }:
                text.Append(Break);
                break;
            case IElement { LocalName: "b" or "strong" } strong:
                Wrap(text, "**", Raw(strong.ChildNodes, false, depth + 1));
                break;
            case IElement { LocalName: "i" or "em" } emphasis:
                Wrap(text, "*", Raw(emphasis.ChildNodes, false, depth + 1));
                break;
            case IElement { LocalName: "a" } link when Absolute(link.GetAttribute("href")) is { } address:
                Link(text, Raw(link.ChildNodes, false, depth + 1), address);
                break;
            case IElement other:
                text.Append(Raw(other.ChildNodes, parted, depth + 1));
                break;
        }
    }

    private static void Link(StringBuilder text, string words, string address)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;

        var safe = address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        text.Append('[').Append(words).Append("](").Append(safe).Append(')');
    }

    /// <summary>White space goes outside: a mark beside a space would be no markup.</summary>
    private static void Wrap(StringBuilder text, string mark, string words)
    {
        var inner = words.Trim();
        if (inner.Length == 0)
        {
            text.Append(words);
            return;
        }

        var start = words.IndexOf(inner, StringComparison.Ordinal);
        text.Append(words, 0, start).Append(mark).Append(inner).Append(mark).Append(words[(start + inner.Length)..]);
    }

    private static string Fold(string text) =>
        Breaks().Replace(Spaces().Replace(text, " "), "\n").Trim();

    /// <summary>What the words have of the signs of markup is said to be none.</summary>
    private static string Escape(string words) => Marks().Replace(words, @"\$0");

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[ ]*\u0001[ ]*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\n[ \t\r]*\n\s*")]
    private static partial Regex EmptyLines();

    // An underscore inside a word and a star between spaces are no marks, nor is a bracket that no address follows.
    [GeneratedRegex(
        @"\\(?=[!-/:-@\[-`{-~])|\*(?! )|(?<! )\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|`|"
        + @"\[(?=[^\[\]]*\]\()|\](?=\()")]
    private static partial Regex Marks();
}
