using AngleSharp.Dom;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Html;

/// <summary>A block quotation, with its speaker where one is cited.</summary>
internal static class HtmlQuote
{
    public static void Add(IElement quote, HtmlInline inline, List<Block> blocks)
    {
        var cited = quote.QuerySelector("cite") ?? quote.QuerySelector("footer");
        var name = cited is null ? "" : HtmlInline.Plain(cited).TrimStart('—', '–', '-', ' ');
        var speaker = name.Length > 0 ? name : null;
        cited?.Remove();
        var paragraphs = quote.Children.Where(child => child.LocalName == "p").ToList();
        var texts = paragraphs.Count > 0
            ? paragraphs.Select(paragraph => inline.Write(paragraph.ChildNodes))
            : inline.WriteParagraphs([.. quote.ChildNodes]);
        foreach (var text in texts.Where(text => text.Length > 0))
            blocks.Add(new() { Id = "", Type = BlockType.Quote, Text = text, Speaker = speaker });
    }
}
