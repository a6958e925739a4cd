using System.Net;
using AngleSharp;
using Ledger.Web.Tests.Api;

namespace Ledger.Web.Tests.Security;

/// <summary>What every answer has, whoever asks and whatever happened.</summary>
public sealed class Answers(WebServer server) : ApiTest(server)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/v1/stories", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/stories?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/?q=%00", HttpStatusCode.BadRequest)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    public async Task A_browser_is_told_what_to_refuse(string path, HttpStatusCode status)
    {
        using var reader = Server.Client();
        using var response = await reader.GetAsync(path, Cancel);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/stories/no-such-story")]
    [InlineData("/error")]
    public async Task People_are_told_of_errors_by_a_page(string path)
    {
        using var reader = Server.Client();
        using var response = await reader.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<html", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_needs_a_role_sends_to_the_form_for_signing_in()
    {
        using var reader = Server.Client();
        using var response = await reader.GetAsync("/audit", Cancel);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/sign-in", response.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_before_it_is_read()
    {
        using var reader = Server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Content = new StringContent(new string('x', 17 * 1024 * 1024));
        request.Headers.ExpectContinue = true;

        using var response = await reader.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Style_sheets_and_pictures_are_served_from_the_assembly_and_may_be_kept()
    {
        using var reader = Server.Client();
        var html = await reader.GetStringAsync("/", Cancel);
        using var page = await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancel);
        var links = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]")
            .Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            using var response = await reader.GetAsync(link, Cancel);

            Assert.Equal((link, HttpStatusCode.OK), (link, response.StatusCode));
            Assert.NotNull(response.Headers.ETag);
            Assert.Equal(link.Contains(".css", StringComparison.Ordinal) ? "text/css" : "image/svg+xml",
                response.Content.Headers.ContentType?.MediaType);
        }

        Assert.All(links.Where(link => link.Contains(".css", StringComparison.Ordinal)),
            link => Assert.Matches(@"\?v=[\w-]{20,}$", link));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/css/../../Ledger.Web.dll", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/css/", Cancel)).StatusCode);
    }
}
