using System.Xml;

namespace Ledger.Formats.Feeds;

/// <summary>
/// Atom (RFC 4287), complete or archived (RFC 5005), with threads (RFC 4685) and tombstones (RFC 6721).
/// </summary>
public static class AtomWriter
{
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string History = "http://purl.org/syndication/history/1.0";
    private const string Thread = "http://purl.org/syndication/thread/1.0";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static byte[] Write(Feed feed) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "fh", null, History);
        xml.WriteAttributeString("xmlns", "thr", null, Thread);
        xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        xml.Element("id", feed.Id);
        xml.Element("title", feed.Title);
        xml.Element("updated", Rfc3339.Write(feed.Updated));
        Author(xml, feed.Author);
        Link(xml, "self", feed.Self, MediaType);
        Link(xml, "alternate", feed.Alternate, "text/html");
        Link(xml, "current", feed.Current, MediaType);
        Link(xml, "prev-archive", feed.PreviousArchive, MediaType);
        if (feed.IsArchive)
            Empty(xml, "fh", "archive", History);
        else if (feed.IsComplete)
            Empty(xml, "fh", "complete", History);

        foreach (var entry in feed.Entries)
            Entry(xml, entry, feed.Author);

        foreach (var deleted in feed.Deleted)
            Deleted(xml, deleted);

        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, FeedEntry entry, string author)
    {
        xml.WriteStartElement("entry");
        xml.Element("id", entry.Id);
        xml.Element("title", entry.Title);
        xml.Element("published", Rfc3339.Write(entry.Published));
        xml.Element("updated", Rfc3339.Write(entry.Updated));
        Author(xml, author);
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", category.Term);
            xml.Attribute("scheme", category.Scheme);
            xml.Attribute("label", category.Label);
            xml.WriteEndElement();
        }

        Link(xml, "alternate", entry.Alternate, "text/html");
        Link(xml, "related", entry.Related, "text/html");
        foreach (var (reference, href) in entry.InReplyTo)
        {
            xml.WriteStartElement("thr", "in-reply-to", Thread);
            xml.Attribute("ref", reference);
            xml.Attribute("href", href);
            xml.Attribute("type", "text/html");
            xml.WriteEndElement();
        }

        if (entry.Summary is { } summary)
            Text(xml, "summary", "text", summary, entry.Language);

        Text(xml, "content", "html", entry.Html, language: null);
        xml.WriteEndElement();
    }

    private static void Deleted(XmlWriter xml, DeletedEntry deleted)
    {
        xml.WriteStartElement("at", "deleted-entry", Tombstones);
        xml.Attribute("ref", deleted.Ref);
        xml.Attribute("when", Rfc3339.Write(deleted.When));
        xml.WriteElementString("at", "comment", Tombstones, XmlText.Clean(deleted.Comment));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author");
        xml.Element("name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string? href, string type)
    {
        if (href is null)
            return;

        xml.WriteStartElement("link");
        xml.Attribute("rel", rel);
        xml.Attribute("type", type);
        xml.Attribute("href", href);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string type, string text, string? language)
    {
        xml.WriteStartElement(name);
        xml.Attribute("type", type);
        if (language is not null)
            xml.WriteAttributeString("xml", "lang", null, language);

        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string prefix, string name, string space)
    {
        xml.WriteStartElement(prefix, name, space);
        xml.WriteEndElement();
    }
}
