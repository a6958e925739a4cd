using System.Text.RegularExpressions;
using Ledger.Projections.Searching;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>Words that were looked for, marked where they stand; everything else is text and encoded.</summary>
public static class FoundWords
{
    /// <summary>The pieces of a text in which they were found.</summary>
    public static IHtmlContent Of(IReadOnlyList<FoundRun> found)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in found)
            Add(html, run.Text, run.Hit);

        return html;
    }

    /// <summary>A whole text with its line breaks, in which the same words are marked.</summary>
    public static IHtmlContent In(string text, IReadOnlyList<FoundRun>? found)
    {
        string[] hits = [.. (found ?? []).Where(run => run.Hit).Select(run => Regex.Escape(run.Text)).Distinct()];
        if (hits.Length == 0)
            return Inline.Plain(text);

        // The longest first, of two that begin alike.
        var words = $@"(?<!\w)(?:{string.Join('|', hits.OrderByDescending(hit => hit.Length))})(?!\w)";
        var html = new HtmlContentBuilder();
        var end = 0;
        foreach (Match hit in Regex.Matches(text, words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
        {
            Add(html, text[end..hit.Index], isHit: false);
            Add(html, hit.Value, isHit: true);
            end = hit.Index + hit.Length;
        }

        Add(html, text[end..], isHit: false);
        return html;
    }

    private static void Add(HtmlContentBuilder html, string text, bool isHit)
    {
        if (isHit)
        {
            html.AppendHtml("<mark>").Append(text).AppendHtml("</mark>");
            return;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            (i == 0 ? html : html.AppendHtml("<br>\n")).Append(lines[i]);
    }
}
