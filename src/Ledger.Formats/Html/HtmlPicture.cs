using AngleSharp.Dom;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Html;

/// <summary>A picture with its caption; without an address that a page may load, its words become a note.</summary>
internal static class HtmlPicture
{
    public static void Add(IElement element, HtmlInline inline, List<Block> blocks)
    {
        var picture = element.LocalName == "img" ? element : element.QuerySelector("img, media-reference");
        var credit = Take(element, "figcaption .credit, figcaption cite, .wp-element-caption cite, media-producer");
        var caption = Take(element, "figcaption, media-caption");
        var address = inline.Absolute(picture?.GetAttribute("src") ?? picture?.GetAttribute("source"));
        var alt = picture?.GetAttribute("alt") ?? picture?.GetAttribute("alternate-text");
        if (address is not null)
        {
            blocks.Add(new()
            {
                Id = "",
                Type = BlockType.Image,
                Url = address,
                Alt = string.IsNullOrWhiteSpace(alt) ? null : alt,
                Caption = caption,
                Credit = credit,
            });
        }
        else if (string.Join(' ', new[] { caption ?? alt, credit }.OfType<string>()) is { Length: > 0 } words)
        {
            blocks.Add(new() { Id = "", Type = BlockType.Note, Text = words });
        }
    }

    private static string? Take(IElement element, string selector)
    {
        if (element.QuerySelector(selector) is not { } found)
            return null;

        var text = HtmlInline.Plain(found);
        found.Remove();
        return text.Length > 0 ? text : null;
    }
}
