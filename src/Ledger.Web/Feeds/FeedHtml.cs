using System.Text.Encodings.Web;
using Ledger.Projections.Corrections;
using Ledger.Text;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Feeds;

/// <summary>The content of entries: HTML that stands alone, in which every text is encoded.</summary>
internal static class FeedHtml
{
    public static string OfCorrection(CorrectionView correction, SiteAddress site)
    {
        var html = new HtmlContentBuilder();
        var before = correction.Note;
        Paragraph(html, Inline.Plain(correction.CurrentNote));
        foreach (var change in correction.Changes)
        {
            html.AppendHtml(change.Note is null ? "<p><strong>Withdrawn</strong> " : "<p><strong>Amended</strong> ")
                .Append(When.UtcWords(change.OccurredAt));
            if (change.Note is { } note)
                html.AppendHtml(". Before, the note read: <q>").Append(note.From ?? before).AppendHtml("</q> ");
            else
                html.Append(": ");

            html.Append(change.Reason).AppendHtml("</p>\n");
        }

        foreach (var claim in correction.Claims)
        {
            Change(html, claim.Field is { } field ? Words.Of(field) : "Words",
                [new(DiffKind.Removed, claim.Wrong), new(DiffKind.Added, claim.Right)]);
        }

        var story = site.OfStory(correction.StoryId);
        html.AppendHtml("<p>");
        Link(html, story, correction.Headline);
        if (correction.Revision > 1)
        {
            html.Append(" · ");
            Link(html, $"{story}/compare/{correction.Revision - 1}...{correction.Revision}", "Before and after");
        }

        return Text(html.AppendHtml("</p>\n"));
    }

    /// <param name="note">What is told of a change; null where nothing is.</param>
    /// <param name="facts">What was before and is now.</param>
    /// <param name="links">Where more of it is to be read.</param>
    public static string OfChange(
        string? note, IReadOnlyList<Fact> facts, IEnumerable<(string Href, string Text)> links)
    {
        var html = new HtmlContentBuilder();
        if (!string.IsNullOrEmpty(note))
            Paragraph(html, Inline.Plain(note));

        foreach (var fact in facts)
            Change(html, fact.Name, fact.Runs);

        foreach (var (href, text) in links)
        {
            html.AppendHtml("<p>");
            Link(html, href, text);
            html.AppendHtml("</p>\n");
        }

        return Text(html);
    }

    private static void Paragraph(HtmlContentBuilder html, IHtmlContent content) =>
        html.AppendHtml("<p>").AppendHtml(content).AppendHtml("</p>\n");

    private static void Change(HtmlContentBuilder html, string name, IReadOnlyList<DiffRun> runs)
    {
        html.AppendHtml("<p>").Append(name).AppendHtml(": ");
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            var element = run.Kind switch
            {
                DiffKind.Same => null,
                DiffKind.Removed => "del",
                DiffKind.Added => "ins",
            };
            if (element is null)
                html.Append(run.Text);
            else
                html.AppendHtml($"<{element}>").Append(run.Text).AppendHtml($"</{element}> ");
        }

        html.AppendHtml("</p>\n");
    }

    private static void Link(HtmlContentBuilder html, string href, string text) =>
        html.AppendHtml("<a href=\"").Append(href).AppendHtml("\">").Append(text).AppendHtml("</a>");

    private static string Text(IHtmlContent html)
    {
        using var text = new StringWriter();
        html.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
