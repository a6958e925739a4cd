using System.Xml;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.NewsMl;

/// <summary>The text of a story as XHTML inside an item, with the notes of its corrections at the end.</summary>
internal static class NewsMlContent
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static void Write(XmlWriter xml, PublishedStory story)
    {
        xml.WriteStartElement("contentSet");
        xml.WriteStartElement("inlineXML");
        xml.Attribute("contenttype", "application/xhtml+xml");
        xml.WriteStartElement("html", Xhtml);
        xml.WriteStartElement("head");
        xml.Element("title", story.Article.Headline);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        if (story.Usability == Usability.Retracted)
            Classed(xml, "p", "notice", story.Notice);

        foreach (var block in story.Article.Blocks)
            Block(xml, block, story.By.Site);

        foreach (var note in story.Notes.Where(note => !note.IsWithdrawn))
            Classed(xml, "p", "correction", note.Text);

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Block(XmlWriter xml, Block block, string site)
    {
        switch (block.Type)
        {
            case BlockType.Heading:
                xml.Element("h2", block.Text);
                break;
            case BlockType.Quote:
                xml.WriteStartElement("blockquote");
                xml.Element("p", block.Text);
                xml.Element("cite", block.Speaker);
                xml.WriteEndElement();
                break;
            case BlockType.List:
                xml.WriteStartElement("ul");
                foreach (var item in block.Items ?? [])
                    xml.Element("li", item);

                xml.WriteEndElement();
                break;
            case BlockType.Image:
                Picture(xml, block, site);
                break;
            case BlockType.Note:
                Classed(xml, "p", "note", block.Text);
                break;
            case BlockType.Paragraph:
                xml.Element("p", block.Text);
                break;
        }
    }

    private static void Picture(XmlWriter xml, Block block, string site)
    {
        if (PictureAddress.Of(block, site) is not { } address)
            return;

        xml.WriteStartElement("figure");
        xml.WriteStartElement("img");
        xml.Attribute("src", address);
        xml.Attribute("alt", block.Alt ?? "");
        xml.WriteEndElement();
        xml.WriteStartElement("figcaption");
        xml.WriteString(XmlText.Clean(string.Join(' ',
            new[] { block.Caption, block.Credit }.Where(text => !string.IsNullOrEmpty(text)))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Classed(XmlWriter xml, string element, string name, string? text)
    {
        xml.WriteStartElement(element);
        xml.Attribute("class", name);
        xml.WriteString(XmlText.Clean(text ?? ""));
        xml.WriteEndElement();
    }
}
