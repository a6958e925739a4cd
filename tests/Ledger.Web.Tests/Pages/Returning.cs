using System.Net;
using System.Net.Http.Headers;

namespace Ledger.Web.Tests.Pages;

/// <summary>Readers who come back, and those who go through the versions of a story.</summary>
public sealed class Returning(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task Who_comes_back_sees_only_what_changed_and_the_corrections_since()
    {
        await PublishAsync("since-number");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync("/stories/since-number?since=1");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("It was three million.", reader.Text(".since .correction-text"), StringComparison.Ordinal);
        Assert.Equal(["five", "three"], page.QuerySelectorAll(".since .diff-text del, .since .diff-text ins")
            .Select(mark => mark.ChildNodes[1].TextContent.Trim()));
        Assert.DoesNotContain("Nobody spoke.", reader.Html, StringComparison.Ordinal);
        Assert.Equal("noindex", Assert.Single(reader.Answer.Headers.GetValues("X-Robots-Tag")));

        await reader.GetAsync("/stories/since-number?since=2");
        Assert.Contains("Nothing has changed since.", reader.Text(".since"), StringComparison.Ordinal);
        foreach (var since in new[] { "0", "3", "x", "-1", "99999999999" })
        {
            await reader.GetAsync($"/stories/since-number?since={since}");
            Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        }
    }

    [Fact]
    public async Task The_story_offers_a_link_that_shows_what_changes_from_now_on()
    {
        await PublishAsync("since-link");
        using var reader = new Visitor(server.Client());
        var page = await reader.GetAsync("/stories/since-link");
        var link = page.QuerySelector(".story-foot a[href*='since=']")!.GetAttribute("href")!;
        Assert.Equal("/stories/since-link?since=2", link);

        await server.Story("since-link").HeadlineAsync("Paid at last");
        await reader.GetAsync(link);

        Assert.Contains("at last", reader.Text(".since .field-headline"), StringComparison.Ordinal);
        Assert.Contains("Nothing", (await reader.GetAsync(link.Replace("2", "3", StringComparison.Ordinal)))
            .Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_keeps_the_page_says_itself_what_it_has_seen()
    {
        await PublishAsync("since-seen");
        using var client = server.Client();

        using var first = await AskAsync(client, "/stories/since-seen?since=seen", null);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("\"version-2\"", first.Headers.ETag?.Tag);
        Assert.True(first.Headers.CacheControl?.Private);
        Assert.Contains("Nobody spoke.", await BodyAsync(first), StringComparison.Ordinal);

        using var same = await AskAsync(client, "/stories/since-seen?since=seen", "\"version-2\"");
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        await server.Story("since-seen").HeadlineAsync("Paid at last");
        using var later = await AskAsync(client, "/stories/since-seen?since=seen", "\"version-2\"");
        Assert.Equal("\"version-3\"", later.Headers.ETag?.Tag);
        Assert.Contains("You read <a href=\"/stories/since-seen/revisions/2\">", await BodyAsync(later),
            StringComparison.Ordinal);
        Assert.Empty(later.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
    }

    [Fact]
    public async Task Each_version_leads_through_time_by_links()
    {
        await server.PublishAsync(Newsroom.Short("Version 1", "Text."), "through-time");
        for (var i = 2; i <= 30; i++)
            await server.Story("through-time").HeadlineAsync($"Version {i}");

        using var reader = new Visitor(server.Client());
        Assert.Equal(
            ["revisions/1", "revisions/4", "revisions/8", "revisions/12", "revisions/16", "revisions/20",
                "revisions/24", "revisions/26", ""],
            await LinksAsync(25));
        Assert.True(reader.Answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(["revisions/2", ""], await LinksAsync(1));
        Assert.Equal(["revisions/1", "revisions/3", ""], await LinksAsync(2));
        Assert.Equal("revisions/29", (await LinksAsync(30))[^1]);

        async Task<List<string>> LinksAsync(int revision) =>
            [.. (await reader.GetAsync($"/stories/through-time/revisions/{revision}"))
                .QuerySelectorAll(".through-time a")
                .Select(link => link.GetAttribute("href")!["/stories/through-time".Length..].TrimStart('/'))];
    }

    [Fact]
    public async Task Two_versions_stand_side_by_side_or_in_one_text()
    {
        await PublishAsync("both-sides");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync("/stories/both-sides/compare/1...2?view=side");
        var row = page.QuerySelector(".sides-row.changed")!;
        Assert.Equal(2, row.QuerySelectorAll("[role=cell]").Length);
        Assert.Empty(row.QuerySelectorAll("[role=cell]:first-child ins"));
        Assert.Empty(row.QuerySelectorAll("[role=cell]:last-child del"));
        Assert.Single(row.QuerySelectorAll("[role=cell]:first-child del"));

        page = await reader.GetAsync("/stories/both-sides/compare/1...2");
        Assert.Empty(page.QuerySelectorAll(".sides-row"));
        Assert.Single(page.QuerySelectorAll(".diff .diff-row.changed del"));
    }

    private async Task PublishAsync(string slug)
    {
        await server.PublishAsync(Newsroom.Short("Paid", "The fine was five million.", "Nobody spoke."), slug);
        await server.Story(slug).CorrectAsync("five million", "three million", "It was three million.");
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(known));

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
