using System.Xml.Linq;
using Ledger.Domain.Stories;
using Ledger.Formats.Html;
using Ledger.Formats.Importing;

namespace Ledger.Formats.NewsMl;

/// <summary>The body of an item: XHTML or NITF inside it, or its plain text.</summary>
internal static class NewsMlBody
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "hr", "img", "meta", "link" };

    public static List<Block> Read(XElement contentSet)
    {
        if (contentSet.Child("inlineXML")?.Elements().FirstOrDefault() is { } document)
            return HtmlBlocks.Read(ToHtml(document), site: null);

        if (contentSet.Child("inlineData") is not { } data)
            return [];

        var isHtml = data.Attribute("contenttype")?.Value.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
        return isHtml ? HtmlBlocks.Read(data.Value, site: null) : SourceArticle.Paragraphs(data.Value);
    }

    /// <summary>As a reader of HTML understands it: without prefixes, and no element closed in its own tag.</summary>
    private static string ToHtml(XElement document)
    {
        var html = new XElement(document);
        foreach (var element in html.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            if (element.IsEmpty && !Void.Contains(element.Name.LocalName))
                element.Value = "";
        }

        return html.ToString(SaveOptions.DisableFormatting);
    }
}
