using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Html;

/// <summary>The blocks that a body of HTML is made of.</summary>
/// <remarks>
/// Headings, quotes with who said them, lists, pictures with their captions and all other text as paragraphs, with the
/// little markup that a block may carry. What is neither text nor picture is left out; no word is.
/// </remarks>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "figure", "p", "blockquote",
        "ul", "ol", "dl", "dt", "dd", "li", "table", "thead", "tbody", "tfoot", "tr", "pre", "address", "details",
        "summary", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "nitf", "hedline", "body.head", "body.content",
        "body.end", "block", "hl1", "hl2", "media", "img", "center", "fieldset",
    };

    // Nobody writes deeper, and a file that does must not exhaust the stack.
    private const int Deepest = 200;

    private readonly List<Block> blocks = [];
    private readonly HtmlInline inline;

    private HtmlBlocks(Uri? site) => inline = new(site);

    /// <param name="html">HTML or XHTML, a whole document or a part of one.</param>
    /// <param name="site">What relative addresses are relative to; null where that is not known.</param>
    public static List<Block> Read(string html, Uri? site)
    {
        var reader = new HtmlBlocks(site);
        using var document = new HtmlParser().ParseDocument(html);
        if (document.Body is { } body)
            reader.Children(body, 0);

        return reader.blocks;
    }

    private void Children(INode parent, int depth)
    {
        var run = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (depth < Deepest && node is IElement element && IsContainer(element))
            {
                Flush(run);
                Element(element, depth);
            }
            else if (node is IElement or IText)
            {
                run.Add(node);
            }
        }

        Flush(run);
    }

    private void Element(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hl1" or "hl2":
                Add(BlockType.Heading, inline.Write(element.ChildNodes));
                break;
            case "blockquote":
                HtmlQuote.Add(element, inline, blocks);
                break;
            case "ul" or "ol":
                HtmlList.Add(element, inline, blocks);
                break;
            case "figure" or "media" or "img":
                HtmlPicture.Add(element, inline, blocks);
                break;
            case "tr":
                var cells = element.Children.Select(cell => inline.Write(cell.ChildNodes));
                Add(BlockType.Paragraph, string.Join(" | ", cells));
                break;
            case "p" when IsNotice(element):
                break;
            case "p" when element.ClassList.Contains("note"):
                Add(BlockType.Note, inline.Write(element.ChildNodes));
                break;
            default:
                Children(element, depth + 1);
                break;
        }
    }

    /// <summary>Text that stands in no element of its own is parted where its writer left a line empty.</summary>
    private void Flush(List<INode> run)
    {
        foreach (var text in inline.WriteParagraphs(run))
            Add(BlockType.Paragraph, text);

        run.Clear();
    }

    private void Add(BlockType type, string text)
    {
        if (text.Length > 0)
            blocks.Add(new() { Id = "", Type = type, Text = text });
    }

    // The notes of corrections and notices, as this site itself writes them into the text, are no part of the text.
    private static bool IsNotice(IElement element) =>
        element.ClassList.Contains("correction") || element.ClassList.Contains("notice");

    private static bool IsContainer(IElement element) => !HtmlInline.IsSilent(element)
        && (Containers.Contains(element.LocalName)
            || element.Descendants<IElement>().Any(inner => Containers.Contains(inner.LocalName)));
}
