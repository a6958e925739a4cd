using System.Xml;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.NewsMl;

/// <summary>NewsML-G2 2.35: one item for the life of a story, one version of it for each revision.</summary>
/// <remarks>
/// The signal says what kind of change the version is: a correction, with the error and what is right in the note to
/// editors, or an update. A story that was retracted or withdrawn is cancelled; of a withdrawn one there is no content.
/// </remarks>
public static class NewsMlWriter
{
    public const string MediaType = "application/vnd.iptc.g2.newsitem+xml";

    internal const string Nar = "http://iptc.org/std/nar/2006-10-01/";
    private const string Codes = "http://cv.iptc.org/newscodes/";

    // The vocabularies are named here, so that nobody has to fetch a catalogue to read the item.
    private static readonly (string Alias, string Uri)[] Schemes =
    [
        ("ninat", Codes + "ninature/"), ("stat", Codes + "pubstatusg2/"), ("sig", Codes + "signal/"),
        ("irel", Codes + "itemrelation/"), ("drol", Codes + "descriptionrole/"),
    ];

    public static byte[] Write(PublishedStory story) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("newsItem", Nar);
        xml.Attribute("guid", $"urn:uuid:{story.Id}");
        xml.Attribute("version", XmlText.Number(story.Revision));
        xml.Attribute("standard", "NewsML-G2");
        xml.Attribute("standardversion", "2.35");
        xml.Attribute("conformance", "power");
        xml.WriteAttributeString("xml", "lang", null, story.Article.Language);
        xml.WriteStartElement("catalog");
        foreach (var (alias, uri) in Schemes)
        {
            xml.WriteStartElement("scheme");
            xml.Attribute("alias", alias);
            xml.Attribute("uri", uri);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        ItemMeta(xml, story);
        ContentMeta(xml, story);
        if (story.Usability != Usability.Withdrawn)
            NewsMlContent.Write(xml, story);

        xml.WriteEndElement();
    });

    private static void ItemMeta(XmlWriter xml, PublishedStory story)
    {
        xml.WriteStartElement("itemMeta");
        Code(xml, "itemClass", "ninat:text");
        Party(xml, "provider", story.By.Name);
        xml.Element("versionCreated", Rfc3339.Write(story.RevisedAt));
        xml.Element("firstCreated", Rfc3339.Write(story.PublishedAt));
        Code(xml, "pubStatus", story.Usability == Usability.Usable ? "stat:usable" : "stat:canceled");
        xml.Element("title", story.Article.Headline);
        xml.Element("edNote", story.Instruction);
        if (story.Usability == Usability.Usable && story.Signal != ChangeSignal.None)
            Code(xml, "signal", story.Signal == ChangeSignal.Correction ? "sig:correction" : "sig:update");

        Link(xml, "irel:seeAlso", story.Page);
        Link(xml, "irel:previousVersion", story.PreviousPage);
        xml.WriteEndElement();
    }

    private static void ContentMeta(XmlWriter xml, PublishedStory story)
    {
        var article = story.Article;
        xml.WriteStartElement("contentMeta");
        xml.Element("contentCreated", Rfc3339.Write(story.PublishedAt));
        xml.Element("contentModified", Rfc3339.Write(story.RevisedAt));
        foreach (var credit in article.Credits.Where(credit => credit.Role == CreditRole.Agency))
            Party(xml, "infoSource", credit.Name);

        foreach (var credit in article.Credits.Where(credit => credit.Role == CreditRole.Author))
            Party(xml, "creator", credit.Name);

        foreach (var credit in article.Credits
            .Where(credit => credit.Role is not (CreditRole.Author or CreditRole.Agency)))
            Party(xml, "contributor", credit.Name);

        xml.WriteStartElement("language");
        xml.Attribute("tag", article.Language);
        xml.WriteEndElement();
        xml.Element("slugline", story.Slug);
        xml.Element("headline", article.Headline);
        xml.Element("dateline", article.Dateline);
        if (article.Standfirst is { } standfirst)
        {
            xml.WriteStartElement("description");
            xml.Attribute("role", "drol:summary");
            xml.WriteString(XmlText.Clean(standfirst));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Code(XmlWriter xml, string element, string code)
    {
        xml.WriteStartElement(element);
        xml.Attribute("qcode", code);
        xml.WriteEndElement();
    }

    private static void Party(XmlWriter xml, string element, string name)
    {
        xml.WriteStartElement(element);
        xml.Attribute("literal", name);
        xml.Element("name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string? href)
    {
        if (href is null)
            return;

        xml.WriteStartElement("link");
        xml.Attribute("rel", rel);
        xml.Attribute("href", href);
        xml.WriteEndElement();
    }
}
