using System.Net;
using System.Xml.Linq;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Feeds;

/// <summary>A test that reads feeds as a program does that follows them.</summary>
public abstract class FeedTest
{
    protected static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    protected static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    protected static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Few, so that a handful of corrections fills some archives.</summary>
    protected const int InArchive = 3;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static Task<WebServer> StartAsync() =>
        WebServer.StartAsync(new() { Title = "The Norvale Post", FeedArchive = InArchive });

    protected static async Task<XElement> AtomAsync(WebServer server, string path)
    {
        using var client = server.Client();
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!;
        AtomRules.Hold(feed);
        return feed;
    }

    /// <summary>The address of a link of a feed or an entry, or null when it has none of the kind.</summary>
    protected static string? Link(XElement element, string rel) => element.Elements(Atom + "link")
        .SingleOrDefault(link => (string?)link.Attribute("rel") == rel)?.Attribute("href")?.Value;

    protected static IEnumerable<XElement> Entries(XElement feed) => feed.Elements(Atom + "entry");

    protected static string Text(XElement element, string name) => element.Element(Atom + name)!.Value;

    /// <summary>A story with a price in it, corrected again and again: it ends at the last of the prices.</summary>
    protected static async Task<List<Guid>> CorrectAsync(WebServer server, string slug, int times, int first = 10)
    {
        if (first == 10)
            await server.PublishAsync(Newsroom.Short("The pier", "It cost 10 million crowns."), slug);

        List<Guid> corrections = [];
        for (var price = first; price < first + times; price++)
        {
            var done = await server.Story(slug).CorrectAsync(
                $"{price} million", $"{price + 1} million", $"It was {price + 1} million, not {price}.");
            corrections.Add(done.CorrectionId!.Value);
        }

        return corrections;
    }
}
