using AngleSharp.Dom;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Html;

/// <summary>A list; the items of one inside another follow the item that holds it.</summary>
internal static class HtmlList
{
    private const int Deepest = 50;

    public static void Add(IElement list, HtmlInline inline, List<Block> blocks)
    {
        var items = new List<string>();
        Collect(list, inline, items, 0);
        if (items.Count > 0)
            blocks.Add(new() { Id = "", Type = BlockType.List, Items = items });
    }

    private static void Collect(IElement list, HtmlInline inline, List<string> items, int depth)
    {
        foreach (var item in list.Children)
        {
            var inner = item.Children
                .Where(child => depth < Deepest && child.LocalName is "ul" or "ol").ToList();
            var own = item.ChildNodes.Where(node => node is not IElement element || !inner.Contains(element));
            if (inline.Write(own) is { Length: > 0 } text)
                items.Add(text);

            inner.ForEach(nested => Collect(nested, inline, items, depth + 1));
        }
    }
}
