using Ledger.Text;
using Ledger.Web.Language;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>The words of a comparison, marked for the eye and said to those who listen.</summary>
public static class Runs
{
    public static IHtmlContent Render(IReadOnlyList<DiffRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            switch (run.Kind)
            {
                case DiffKind.Removed:
                    Mark(html, "del", Phrase.Of("taken out:"), Phrase.Of("(end of what was taken out)"), run.Text);
                    break;
                case DiffKind.Added:
                    Mark(html, "ins", Phrase.Of("put in:"), Phrase.Of("(end of what was put in)"), run.Text);
                    break;
                default:
                    html.Append(run.Text);
                    break;
            }
        }

        return html;
    }

    private static void Mark(
        HtmlContentBuilder html, string element, string before, string after, string text)
    {
        var hidden = $"<span class=\"vh\" lang=\"{Phrase.Language}\">";
        html.AppendHtml($"<{element}>{hidden} ").Append(before).AppendHtml(" </span>")
            .Append(text)
            .AppendHtml($"{hidden} ").Append(after).AppendHtml($" </span></{element}>");
    }
}
