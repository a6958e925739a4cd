using System.Net;
using System.Xml.Linq;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Feeds;

public sealed class StoryFeeds : FeedTest
{
    [Fact]
    public async Task Every_change_of_a_story_is_an_entry_newest_first()
    {
        await using var server = await StartAsync();
        await server.PublishAsync(Newsroom.Short("The pier", "It cost 10 million."), "told");
        var story = server.Story("told");
        var done = await story.CorrectAsync("10 million", "11 million", "It was 11 million.");

        var feed = await AtomAsync(server, "/stories/told/changelog.atom");

        Assert.Equal("The Norvale Post: changes of “The pier”", Text(feed, "title"));
        Assert.NotNull(feed.Element(History + "complete"));
        var entries = Entries(feed).ToList();
        Assert.Equal(["Correction: wrong fact", "First published"], entries.Select(entry => Text(entry, "title")));
        Assert.EndsWith($"/corrections/{done.CorrectionId}", Link(entries[0], "alternate"), StringComparison.Ordinal);
        Assert.EndsWith("/revisions/1", Link(entries[1], "alternate"), StringComparison.Ordinal);
        Assert.Contains("/compare/1...2", Text(entries[0], "content"), StringComparison.Ordinal);
        Assert.Equal(["correction_issued", "factual-error"],
            entries[0].Elements(Atom + "category").Select(category => category.Attribute("term")!.Value));
    }

    [Fact]
    public async Task Archives_of_a_story_hold_all_of_its_changes_and_outlive_its_address()
    {
        await using var server = await StartAsync();
        await CorrectAsync(server, "long", 3 * InArchive);
        var (paths, before) = await WalkAsync(server, "/stories/long/changelog.atom");
        await server.Story("long").MoveAsync("longer");
        using var client = server.Client();
        using var moved = await client.GetAsync("/stories/long/changelog.atom", Cancel);

        var (_, after) = await WalkAsync(server, "/stories/longer/changelog.atom");

        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/stories/longer/changelog.atom", moved.Headers.Location?.ToString());
        Assert.Equal(4, paths.Count);
        Assert.Equal(3 * InArchive + 1, before.Count);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public async Task Of_a_withdrawn_story_only_the_notice_is_told()
    {
        await using var server = await StartAsync();
        await CorrectAsync(server, "secret", 1);
        await server.Story("secret").WithdrawAsync("Published too early.");

        var feed = await AtomAsync(server, "/stories/secret/changelog.atom");

        Assert.DoesNotContain("million", feed.ToString(), StringComparison.Ordinal);
        Assert.Equal("Published too early.", Text(Entries(feed).First(), "summary"));
        Assert.DoesNotContain("secret", feed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("The pier", feed.ToString(), StringComparison.Ordinal);
        using var client = server.Client();
        using var map = await client.GetAsync("/timemap/secret", Cancel);
        Assert.DoesNotContain("secret", await map.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var gate = await client.GetAsync("/timegate/secret", Cancel);
        Assert.DoesNotContain("secret", $"{gate.Headers}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_feed_is_told_so_by_tag_and_by_time()
    {
        await using var server = await StartAsync();
        await CorrectAsync(server, "known", 1);
        using var client = server.Client();
        foreach (var path in new[] { "/corrections.atom", "/corrections.json", "/stories/known/changelog.atom" })
        {
            // Within the second of the change no time is given, since more may happen in it.
            HttpResponseMessage whole = new();
            await Eventually.IsTrueAsync(async () =>
            {
                whole = await client.GetAsync(path, Cancel);
                return whole.Content.Headers.LastModified is not null;
            });
            Assert.Equal(HttpStatusCode.OK, whole.StatusCode);

            Assert.Equal(HttpStatusCode.NotModified,
                await AskAsync("If-None-Match", whole.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified,
                await AskAsync("If-Modified-Since", whole.Content.Headers.LastModified!.Value.ToString("R")));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(
                "If-Modified-Since", whole.Content.Headers.LastModified!.Value.AddSeconds(-1).ToString("R")));
            Assert.Equal(HttpStatusCode.OK, await AskAsync("If-None-Match", "\"other\""));

            async Task<HttpStatusCode> AskAsync(string header, string value)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation(header, value);
                using var answer = await client.SendAsync(request, Cancel);
                return answer.StatusCode;
            }
        }
    }

    [Fact]
    public async Task Pages_lead_to_the_feeds()
    {
        await using var server = await StartAsync();
        await CorrectAsync(server, "leads", 1);
        using var reader = new Visitor(server.Client());

        foreach (var path in new[] { "/", "/stories/leads", "/stories/leads/history", "/corrections" })
        {
            var page = await reader.GetAsync(path);
            var feeds = page.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']")
                .Select(link => link.GetAttribute("href")).ToList();

            Assert.Contains("/corrections.atom", feeds);
            Assert.Equal(path.Contains("leads", StringComparison.Ordinal),
                feeds.Contains("/stories/leads/changelog.atom"));
        }
    }

    private static async Task<(List<string> Paths, List<string> Ids)> WalkAsync(WebServer server, string path)
    {
        List<string> paths = [];
        List<string> ids = [];
        for (var next = path; next is not null;)
        {
            paths.Add(next);
            XElement feed = await AtomAsync(server, next);
            ids.AddRange(Entries(feed).Select(entry => Text(entry, "id")));
            next = Link(feed, "prev-archive");
        }

        return (paths, [.. ids.Distinct()]);
    }
}
