using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Ledger.Web.Tests.Pages;

/// <summary>What a copy elsewhere can show of a story: a picture, its data, and an embedded form.</summary>
public sealed class StatusOfCopies(WebServer server) : IClassFixture<WebServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_version_knows_what_has_become_of_it()
    {
        await server.PublishAsync(Newsroom.Short("Fine paid", "It was five million."), "status-story");
        Assert.Equal(("current", "Current version"), await StateAsync("status-story", ""));

        await server.Story("status-story").HeadlineAsync("Fine is paid");
        Assert.Equal(("updated-since", "Updated since"), await StateAsync("status-story", "?version=1"));
        await server.Story("status-story").CorrectAsync("five", "three", "It was three million.");
        Assert.Equal(("corrected-since", "Corrected since"), await StateAsync("status-story", "?version=2"));
        Assert.Equal(("current", "Current version"), await StateAsync("status-story", "?version=3"));

        await server.Story("status-story").RetractAsync("It is not so.");
        Assert.Equal(("retracted", "Retracted"), await StateAsync("status-story", "?version=3"));
        await server.Story("status-story").WithdrawAsync("It should not have gone out.");
        Assert.Equal(("withdrawn", "Withdrawn"), await StateAsync("status-story", ""));
        await server.Story("status-story").RemoveAsync("A court forbade it.");
        Assert.Equal(("removed", "Removed for legal reasons"), await StateAsync("status-story", ""));
    }

    [Theory]
    [InlineData("/stories/none/status.json")]
    [InlineData("/stories/status-bad/status.svg?version=0")]
    [InlineData("/stories/status-bad/status.json?version=2")]
    [InlineData("/stories/status-bad/status.json?version=x")]
    public async Task A_version_that_never_was_has_no_status(string path)
    {
        if (path.Contains("=0", StringComparison.Ordinal))
            await server.PublishAsync(Newsroom.Short("Bad", "Text."), "status-bad");

        using var reader = server.Client();
        using var answer = await reader.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_story_is_embedded_by_its_own_link_of_discovery()
    {
        await server.PublishAsync(Newsroom.Short("Tea & <toast>", "Text."), "embedded");
        using var reader = new Visitor(server.Client());
        var page = await reader.GetAsync("/stories/embedded");
        var link = page.QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;
        using var client = server.Client();

        var body = JsonDocument.Parse(await client.GetStringAsync(new Uri(link), Cancel)).RootElement;

        Assert.Equal(
            ("1.0", "rich", "Tea & <toast>"),
            (body.GetProperty("version").GetString(), body.GetProperty("type").GetString(),
                body.GetProperty("title").GetString()));
        var html = body.GetProperty("html").GetString()!;
        Assert.Contains("Tea &amp; &lt;toast&gt;", html, StringComparison.Ordinal);
        Assert.Contains("/stories/embedded/status.svg?version=1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(480, body.GetProperty("width").GetInt32());

        var narrow = new Uri(link + "&maxwidth=200");
        var small = JsonDocument.Parse(await client.GetStringAsync(narrow, Cancel)).RootElement;
        Assert.Equal(200, small.GetProperty("width").GetInt32());
        foreach (var (asked, status) in new[]
        {
            (link.Replace("json", "xml", StringComparison.Ordinal), HttpStatusCode.NotImplemented),
            (link.Replace("embedded", "nothing", StringComparison.Ordinal), HttpStatusCode.NotFound),
            ("/oembed?url=https%3A%2F%2Felsewhere.example%2Fstories%2Fembedded", HttpStatusCode.NotFound),
            ("/oembed", HttpStatusCode.NotFound), (link + "&maxwidth=x", HttpStatusCode.BadRequest),
        })
        {
            using var answer = await client.GetAsync(new Uri(client.BaseAddress!, asked), Cancel);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private async Task<(string? State, string? Words)> StateAsync(string slug, string query)
    {
        using var client = server.Client();
        using var json = await client.GetAsync($"/stories/{slug}/status.json{query}", Cancel);
        using var svg = await client.GetAsync($"/stories/{slug}/status.svg{query}", Cancel);
        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
        Assert.Equal("cross-origin", Assert.Single(svg.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var drawn = XDocument.Parse(await svg.Content.ReadAsStringAsync(Cancel));
        var body = JsonDocument.Parse(await json.Content.ReadAsStringAsync(Cancel)).RootElement;
        return (body.GetProperty("state").GetString(), drawn.Root!.Attribute("aria-label")!.Value);
    }
}
