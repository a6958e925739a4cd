using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Domain.Stories;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Html;

namespace Ledger.Cli.Showing;

/// <summary>One state of a story as a page that needs nothing beside itself, with every word encoded.</summary>
internal static class StoryPage
{
    private const string Style =
        "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.6 Georgia,serif}"
        + "header p,figcaption,footer{color:#555}figure{margin:1.5em 0}img{max-width:100%}"
        + ".notice{border:2px solid;padding:.5em 1em}blockquote{margin:0 1.5em}";

    public static string Write(Shown shown)
    {
        var article = shown.Article;
        var html = new HtmlContentBuilder();
        html.AppendFormat(
            "<!doctype html>\n<html lang=\"{0}\" dir=\"{1}\">\n<head>\n<meta charset=\"utf-8\">\n",
            article.Language, Tongue.Direction(article.Language));
        html.AppendHtml("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.AppendFormat("<title>{0}</title>\n", article.Headline);
        html.AppendHtml($"<style>{Style}</style>\n</head>\n<body>\n<article>\n<header>\n");
        html.AppendFormat("<h1>{0}</h1>\n", article.Headline);
        if (article.Standfirst is { } standfirst)
            html.AppendFormat("<p>{0}</p>\n", standfirst);

        html.AppendHtml("</header>\n");
        if (shown.Notice is { } notice)
            html.AppendFormat("<p class=\"notice\"><strong>{0}:</strong> {1}</p>\n", Words.Of(shown.Status), notice);

        AppendBody(html, article);
        html.AppendHtml("</article>\n</body>\n</html>\n");
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }

    private static void AppendBody(HtmlContentBuilder html, Article article)
    {
        var lead = article.Blocks.FirstOrDefault(block => block.Type == BlockType.Paragraph);
        foreach (var block in article.Blocks)
            Append(html, block, ReferenceEquals(block, lead) ? article.Dateline : null);

        var credits = string.Join(" · ", article.Credits.Select(credit => credit.Name));
        if (credits.Length > 0)
            html.AppendFormat("<footer>{0}</footer>\n", credits);
    }

    private static void Append(HtmlContentBuilder html, Block block, string? dateline)
    {
        var text = Inline.Render(block.Text);
        switch (block.Type)
        {
            case BlockType.Heading:
                html.AppendFormat("<h2>{0}</h2>\n", text);
                break;
            case BlockType.Quote:
                html.AppendFormat("<figure><blockquote>{0}</blockquote>", text);
                AppendCaption(html, block.Speaker);
                break;
            case BlockType.List:
                html.AppendHtml("<ul>");
                foreach (var item in block.Items ?? [])
                    html.AppendFormat("<li>{0}</li>", Inline.Render(item));

                html.AppendHtml("</ul>\n");
                break;
            case BlockType.Image:
                html.AppendHtml("<figure>");
                if (Address.IsAllowedForPicture(block.Url))
                    html.AppendFormat("<img src=\"{0}\" alt=\"{1}\">", block.Url, block.Alt ?? "");

                AppendCaption(html, $"{block.Caption} {block.Credit}".Trim());
                break;
            case BlockType.Note:
                html.AppendFormat("<p><em>{0}</em></p>\n", text);
                break;
            default:
                html.AppendFormat("<p>{0}{1}</p>\n", dateline is null ? "" : $"{dateline} — ", text);
                break;
        }
    }

    private static void AppendCaption(HtmlContentBuilder html, string? caption)
    {
        if (!string.IsNullOrEmpty(caption))
            html.AppendFormat("<figcaption>{0}</figcaption>", caption);

        html.AppendHtml("</figure>\n");
    }
}
