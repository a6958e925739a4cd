using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Ledger.Application;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Feeds;

public sealed class CorrectionFeeds : FeedTest
{
    private static readonly Actor Standards = new("user:sten", "Sten Standards", [Role.Standards]);

    [Fact]
    public async Task A_feed_without_corrections_is_whole_and_empty()
    {
        await using var server = await StartAsync();

        var feed = await AtomAsync(server, "/corrections.atom");

        Assert.Empty(Entries(feed));
        Assert.NotNull(feed.Element(History + "complete"));
        Assert.Equal("tag:127.0.0.1,2026:corrections", Text(feed, "id"));
    }

    [Fact]
    public async Task A_correction_is_an_entry_with_all_that_a_reader_needs()
    {
        await using var server = await StartAsync();
        var id = (await CorrectAsync(server, "pier", 1)).Single();
        var root = server.BaseAddress.ToString().TrimEnd('/');

        var feed = await AtomAsync(server, "/corrections.atom");

        var entry = Assert.Single(Entries(feed));
        Assert.Equal($"urn:uuid:{id}", Text(entry, "id"));
        Assert.Equal("Correction: The pier", Text(entry, "title"));
        Assert.Equal("It was 11 million, not 10.", Text(entry, "summary"));
        Assert.Equal("The Norvale Post", entry.Element(Atom + "author")!.Value);
        Assert.Equal(Text(entry, "published"), Text(entry, "updated"));
        Assert.Contains(
            "<del>10 million</del> <ins>11 million</ins>", Text(entry, "content"), StringComparison.Ordinal);
        Assert.Equal($"{root}/corrections/{id}", Link(entry, "alternate"));
        Assert.Equal(["factual-error", "substantive"],
            entry.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value));
        var story = Link(entry, "related")!;
        using var client = server.Client();
        using var answer = await client.GetAsync(story, Cancel);
        Assert.Equal("/stories/pier", answer.Headers.Location?.ToString());
        Assert.Equal($"{root}/corrections.atom", Link(feed, "self"));
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var server = await StartAsync();
        await server.PublishAsync(Newsroom.Short("<b>Bold</b> & \uFFFE", "Cost: 10."), "hostile");
        await server.Story("hostile").CorrectAsync("10", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>");

        var entry = Assert.Single(Entries(await AtomAsync(server, "/corrections.atom")));

        Assert.Equal("Correction: <b>Bold</b> & \uFFFD", Text(entry, "title"));
        Assert.DoesNotContain("<script", Text(entry, "content"), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Text(entry, "content"), StringComparison.Ordinal);
        using var json = await JsonAsync(server, "/corrections.json");
        Assert.DoesNotContain("<img", json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_a_correction_updates_its_entry()
    {
        await using var server = await StartAsync();
        var ids = await CorrectAsync(server, "changed", 2);
        await AmendAsync(server, "changed", ids[0]);
        await server.SendAsync(new WithdrawCorrection(ids[1], "It was eleven after all.")
        {
            Actor = Standards,
            Story = "changed",
        });

        var entries = Entries(await AtomAsync(server, "/corrections.atom")).ToList();

        Assert.Equal([$"urn:uuid:{ids[1]}", $"urn:uuid:{ids[0]}"], entries.Select(entry => Text(entry, "id")));
        Assert.Equal("Withdrawn correction: The pier", Text(entries[0], "title"));
        Assert.Contains("It was eleven after all.", Text(entries[0], "content"), StringComparison.Ordinal);
        Assert.Equal("It was eleven.", Text(entries[1], "summary"));
        Assert.Contains("It was 11 million, not 10.", Text(entries[1], "content"), StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.NotEqual(Text(entry, "published"), Text(entry, "updated")));
        Assert.Equal(["withdrawn", "amended"],
            entries.Select(entry => entry.Elements(Atom + "category").Last().Attribute("term")!.Value));
    }

    [Fact]
    public async Task Whoever_walks_the_archives_has_everything_and_archives_never_change()
    {
        await using var server = await StartAsync();
        var ids = await CorrectAsync(server, "walked", 2 * InArchive + 1);
        var first = await ReadAsync(server, "/corrections/archive/1.atom");
        await AmendAsync(server, "walked", ids[0]);
        await server.Story("walked").HeadlineAsync("The pier of Norvale");
        await server.Story("walked").MoveAsync("walked-on");

        var seen = new Dictionary<string, XElement>();
        var documents = 0;
        for (var next = "/corrections.atom"; next is not null; documents++)
        {
            var feed = await AtomAsync(server, next);
            foreach (var entry in Entries(feed))
                seen.TryAdd(Text(entry, "id"), entry);

            next = Link(feed, "prev-archive");
        }

        Assert.Equal(3, documents);
        Assert.Equal(ids.Select(id => $"urn:uuid:{id}").Order(), seen.Keys.Order());
        Assert.Equal("It was eleven.", Text(seen[$"urn:uuid:{ids[0]}"], "summary"));
        Assert.Equal(first, await ReadAsync(server, "/corrections/archive/1.atom"));
        using var client = server.Client();
        foreach (var number in new[] { 0, 3 })
        {
            using var none = await client.GetAsync($"/corrections/archive/{number}.atom", Cancel);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    [Fact]
    public async Task A_withdrawn_story_takes_its_entries_along_and_leaves_tombstones()
    {
        await using var server = await StartAsync();
        var gone = (await CorrectAsync(server, "gone", InArchive)).Select(id => $"urn:uuid:{id}").ToList();
        await CorrectAsync(server, "stays", 1);
        await server.Story("gone").WithdrawAsync("Published too early.");

        foreach (var path in new[] { "/corrections.atom", "/corrections/archive/1.atom" })
        {
            var feed = await AtomAsync(server, path);
            Assert.Equal(gone.Order(), feed.Elements(Tombstones + "deleted-entry")
                .Select(deleted => deleted.Attribute("ref")!.Value).Order());
            Assert.DoesNotContain("million", string.Concat(feed.Elements(Tombstones + "deleted-entry")),
                StringComparison.Ordinal);
            Assert.Equal(path.Contains("archive", StringComparison.Ordinal) ? 0 : 1, Entries(feed).Count());
        }

        await server.Story("gone").ReinstateAsync("It may be read again.");
        Assert.Equal(InArchive + 1, Entries(await AtomAsync(server, "/corrections.atom")).Count());
    }

    [Fact]
    public async Task The_json_has_the_same_entries_and_pages()
    {
        await using var server = await StartAsync();
        await CorrectAsync(server, "both", InArchive + 1);
        var atom = Entries(await AtomAsync(server, "/corrections.atom")).ToList();

        using var json = await JsonAsync(server, "/corrections.json");

        var feed = json.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.EndsWith(
            "/corrections/archive/1.json", feed.GetProperty("next_url").GetString(), StringComparison.Ordinal);
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(atom.Select(entry => Text(entry, "id")), items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(atom.Select(entry => Text(entry, "content").ReplaceLineEndings()),
            items.Select(item => item.GetProperty("content_html").GetString()!.ReplaceLineEndings()));
        using var archive = await JsonAsync(server, "/corrections/archive/1.json");
        Assert.Equal(InArchive, archive.RootElement.GetProperty("items").GetArrayLength());
        Assert.False(archive.RootElement.TryGetProperty("next_url", out _));
    }

    private static Task<Outcome.Done> AmendAsync(WebServer server, string story, Guid correction) => server.SendAsync(
        new AmendCorrection(correction, "It was eleven.", "Clearer.") { Actor = Standards, Story = story });

    private static async Task<JsonDocument> JsonAsync(WebServer server, string path)
    {
        using var client = server.Client();
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> ReadAsync(WebServer server, string path)
    {
        using var client = server.Client();
        return await client.GetStringAsync(path, Cancel);
    }
}
