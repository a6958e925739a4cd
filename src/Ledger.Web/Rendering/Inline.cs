using System.Text.Encodings.Web;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>
/// The markup that words of a story may carry: emphasis, strong emphasis, code, links and line breaks.
/// </summary>
/// <remarks>
/// Only these inline parsers run, no block parser and no HTML parser, so that everything else is text and stays visible
/// as it was written.
/// </remarks>
public static class Inline
{
    /// <summary>
    /// Longer texts are shown without markup, since the time to parse hostile ones grows with the square.
    /// </summary>
    private const int LongestMarkup = 20_000;
    private const int DeepestMarkup = 16;

    public static IHtmlContent Render(string? text)
    {
        var html = new HtmlContentBuilder();
        if (string.IsNullOrEmpty(text))
            return html;

        var mayHaveMarkup = text.Length <= LongestMarkup && text.AsSpan().ContainsAny("*_[`\\");
        return mayHaveMarkup && Parse(text) is { } parsed && Write(html, parsed, 0) ? html : Plain(text);
    }

    /// <summary>The text as it is, with its line breaks.</summary>
    public static IHtmlContent Plain(string? text)
    {
        var html = new HtmlContentBuilder();
        var lines = (text ?? "").ReplaceLineEndings("\n").Trim('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
            (i == 0 ? html : html.AppendHtml("<br>\n")).Append(lines[i]);

        return html;
    }

    private static ContainerInline? Parse(string text)
    {
        var block = new ParagraphBlock { Lines = new StringLineGroup(text.Trim('\r', '\n')) };
        InlineParserList parsers = new([new EscapeInlineParser(), new CodeInlineParser(), new LinkInlineParser(),
            new EmphasisInlineParser(), new LineBreakInlineParser()]);
        try
        {
            new InlineProcessor(new MarkdownDocument { block }, parsers, false, null).ProcessInlineLeaf(block);
        }
        catch (ArgumentException)
        {
            // The parser's own limit of depth. What nests that deep is no markup that anybody meant.
            return null;
        }

        return block.Inline;
    }

    private static bool Write(HtmlContentBuilder html, ContainerInline parent, int depth)
    {
        if (depth > DeepestMarkup)
            return false;

        foreach (var inline in parent)
        {
            var understood = inline switch
            {
                LiteralInline literal => Add(html.Append(literal.Content.ToString())),
                CodeInline code => Add(html.AppendHtml("<code>").Append(code.Content).AppendHtml("</code>")),
                LineBreakInline => Add(html.AppendHtml("<br>\n")),
                EmphasisInline { DelimiterCount: 2 } strong => Wrap(html, "strong", strong, depth),
                EmphasisInline emphasis => Wrap(html, "em", emphasis, depth),
                LinkInline link => WriteLink(html, link, depth),
                ContainerInline other => Write(html, other, depth + 1),
                _ => false,
            };
            if (!understood)
                return false;
        }

        return true;
    }

    private static bool Wrap(HtmlContentBuilder html, string element, ContainerInline content, int depth)
    {
        html.AppendHtml($"<{element}>");
        var understood = Write(html, content, depth + 1);
        html.AppendHtml($"</{element}>");
        return understood;
    }

    private static bool WriteLink(HtmlContentBuilder html, LinkInline link, int depth)
    {
        if (link.IsImage || !Address.IsAllowed(link.Url))
            return Write(html, link, depth + 1) && Add(html.Append($" ({link.Url})"));

        html.AppendHtml($"<a href=\"{HtmlEncoder.Default.Encode(link.Url!)}\"{Address.Rel(link.Url)}>");
        var understood = Write(html, link, depth + 1);
        html.AppendHtml("</a>");
        return understood;
    }

    private static bool Add(IHtmlContentBuilder added) => added is not null;
}
