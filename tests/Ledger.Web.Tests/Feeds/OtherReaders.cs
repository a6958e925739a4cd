using System.ServiceModel.Syndication;
using System.Xml;

namespace Ledger.Web.Tests.Feeds;

/// <summary>Feeds as a reader of feeds understands them that is not ours.</summary>
public sealed class OtherReaders : FeedTest
{
    [Fact]
    public async Task A_reader_follows_the_archives_to_the_first_correction()
    {
        await using var server = await StartAsync();
        var corrections = await CorrectAsync(server, "pier", (2 * InArchive) + 1);
        using var client = server.Client();

        List<string> found = [];
        for (var address = "/corrections.atom"; address is not null;)
        {
            var feed = await ReadAsync(client, address);
            Assert.Equal("The Norvale Post: corrections", feed.Title.Text);
            found.AddRange(feed.Items.Select(item => item.Id).Except(found));
            address = feed.Links.SingleOrDefault(link => link.RelationshipType == "prev-archive")?.Uri.ToString();
        }

        Assert.Equal(Enumerable.Reverse(corrections).Select(id => $"urn:uuid:{id}"), found);
    }

    [Fact]
    public async Task A_reader_finds_the_words_the_times_and_the_story_of_an_entry()
    {
        await using var server = await StartAsync();
        var id = (await CorrectAsync(server, "pier", 1)).Single();
        using var client = server.Client();

        foreach (var address in new[] { "/corrections.atom", "/stories/pier/changelog.atom" })
        {
            var item = (await ReadAsync(client, address)).Items.First();

            Assert.StartsWith("Correction", item.Title.Text, StringComparison.Ordinal);
            Assert.Equal("It was 11 million, not 10.", item.Summary.Text);
            var content = Assert.IsType<TextSyndicationContent>(item.Content);
            Assert.Contains("10 million", content.Text, StringComparison.Ordinal);
            Assert.InRange(item.PublishDate, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
            Assert.True(item.LastUpdatedTime >= item.PublishDate);
            Assert.Contains(item.Links, link => link.RelationshipType == "alternate" && link.Uri.IsAbsoluteUri);
        }

        Assert.Equal($"urn:uuid:{id}", (await ReadAsync(client, "/corrections.atom")).Items.Single().Id);
    }

    private static async Task<SyndicationFeed> ReadAsync(HttpClient client, string address)
    {
        await using var stream = await client.GetStreamAsync(address, Cancel);
        using var xml = XmlReader.Create(stream, new() { Async = false, DtdProcessing = DtdProcessing.Prohibit });
        return SyndicationFeed.Load(xml);
    }
}
