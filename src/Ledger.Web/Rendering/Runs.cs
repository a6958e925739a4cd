using Ledger.Text;
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
                    Mark(html, "del", "taken out", run.Text);
                    break;
                case DiffKind.Added:
                    Mark(html, "ins", "put in", run.Text);
                    break;
                default:
                    html.Append(run.Text);
                    break;
            }
        }

        return html;
    }

    private static void Mark(HtmlContentBuilder html, string element, string said, string text) => html
        .AppendHtml($"<{element}><span class=\"vh\" lang=\"en\"> {said}: </span>")
        .Append(text)
        .AppendHtml($"<span class=\"vh\" lang=\"en\"> (end of what was {said}) </span></{element}>");
}
