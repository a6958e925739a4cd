using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Html;
using Ledger.Formats.Importing;

namespace Ledger.Formats.Ninjs;

/// <summary>The text of a news object and the pictures that go with it.</summary>
internal static class NinjsBody
{
    private static readonly string[] Markup = ["body_xhtml", "body_html", "bodyXhtml", "bodyHtml"];
    private static readonly string[] Plain = ["body_text", "bodyText", "body"];

    /// <summary>The pictures first, since where in the text they belong is not said.</summary>
    public static List<Block> Read(JsonElement item) =>
        [.. item.Values("associations").Where(IsPicture).Select(Picture).OfType<Block>(), .. Text(item)];

    public static string? Summary(JsonElement item)
    {
        if (item.Text("description_text", "descriptionText") is { } summary)
            return summary;

        return item.Values("descriptions")
            .OrderByDescending(one => one.Text("role") is "standfirst" or "summary")
            .FirstOrDefault()
            .Text("value");
    }

    private static List<Block> Text(JsonElement item)
    {
        if (item.Text(Markup) is { } html)
            return HtmlBlocks.Read(html, site: null);

        if (item.Text(Plain) is { } plain)
            return SourceArticle.Paragraphs(plain);

        var bodies = item.Values("bodies").Where(body => body.Text("role") != "correction").ToList();
        var main = bodies.FindIndex(body => body.Text("role") is "main" or "body");
        if (bodies.Count == 0)
            return [];

        var body = bodies[Math.Max(main, 0)];
        var text = body.Text("value") ?? "";
        return body.Text("contentType", "contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
            ? HtmlBlocks.Read(text, site: null)
            : SourceArticle.Paragraphs(text);
    }

    private static bool IsPicture(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.Text("type") == "picture";

    private static Block? Picture(JsonElement picture)
    {
        var address = picture.Values("renditions").Select(rendition => rendition.Text("href"))
            .FirstOrDefault(href => Uri.TryCreate(href, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));
        return address is null ? null : new()
        {
            Id = "",
            Type = BlockType.Image,
            Url = address,
            Alt = picture.Text("name", "headline"),
            Caption = Summary(picture),
            Credit = picture.Text("by", "byline"),
        };
    }
}
