using System.Globalization;
using System.Xml.Linq;

namespace Ledger.Web.Tests.Feeds;

/// <summary>What RFC 4287, 4685, 5005 and 6721 ask of every document.</summary>
internal static class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Thread = "http://purl.org/syndication/thread/1.0";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly string[] TextTypes = ["text", "html"];

    public static void Hold(XElement feed)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        HoldsOnce(feed);
        Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, HoldEntry);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());

        // Complete, archive, or with archives before it: never two of them at once.
        var isArchive = feed.Element(History + "archive") is not null;
        var isComplete = feed.Element(History + "complete") is not null;
        Assert.False(isArchive && isComplete);
        Assert.Equal(isArchive, Rels(feed).Contains("current"));
        Assert.False(isComplete && Rels(feed).Contains("prev-archive"));
        foreach (var deleted in feed.Elements(Tombstones + "deleted-entry"))
        {
            Assert.True(Uri.IsWellFormedUriString(deleted.Attribute("ref")!.Value, UriKind.Absolute));
            Time(deleted.Attribute("when")!.Value);
            Assert.DoesNotContain(
                entries, entry => entry.Element(Atom + "id")!.Value == deleted.Attribute("ref")!.Value);
        }
    }

    private static IEnumerable<string?> Rels(XElement feed) =>
        feed.Elements(Atom + "link").Select(link => (string?)link.Attribute("rel"));

    private static void HoldEntry(XElement entry)
    {
        HoldsOnce(entry);
        var published = Time(Assert.Single(entry.Elements(Atom + "published")).Value);
        Assert.True(published <= Time(entry.Element(Atom + "updated")!.Value));
        Assert.Single(Rels(entry), "alternate");
        Assert.All(entry.Elements(Thread + "in-reply-to"),
            reply => Assert.True(Uri.IsWellFormedUriString(reply.Attribute("ref")?.Value, UriKind.Absolute)));
        Assert.Equal("html", Assert.Single(entry.Elements(Atom + "content")).Attribute("type")?.Value);
        Assert.All(entry.Elements(Atom + "summary"),
            summary => Assert.Contains(summary.Attribute("type")?.Value, TextTypes));
        Assert.All(entry.Elements(Atom + "category"), category =>
        {
            Assert.NotEmpty(category.Attribute("term")!.Value);
            Assert.True(Uri.IsWellFormedUriString(category.Attribute("scheme")?.Value, UriKind.Absolute));
        });
    }

    private static void HoldsOnce(XElement element)
    {
        Assert.True(Uri.IsWellFormedUriString(
            Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute));
        Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
        Assert.NotEmpty(Assert.Single(element.Elements(Atom + "author")).Element(Atom + "name")!.Value);
        Time(Assert.Single(element.Elements(Atom + "updated")).Value);
        Assert.All(element.Elements(Atom + "link"),
            link => Assert.True(Uri.IsWellFormedUriString(link.Attribute("href")?.Value, UriKind.Absolute)));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal);
}
