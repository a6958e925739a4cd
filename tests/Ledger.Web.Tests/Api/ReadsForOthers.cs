using System.Net;
using System.Net.Http.Headers;

namespace Ledger.Web.Tests.Api;

/// <summary>What every read has: a tag and 304, leave for other sites, and how much of it is left.</summary>
public sealed class ReadsForOthers(WebServer server) : ApiTest(server)
{
    [Fact]
    public async Task Every_read_has_a_tag_and_is_not_sent_twice()
    {
        var story = await PublishAsync();
        using var reader = Server.Client();
        string[] paths =
        [
            "", "/revisions", "/revisions/1", "/compare/1...1", "/changelog", "/blame", "/formats/ninjs",
            "/compare/1...1?format=mediawiki",
        ];
        foreach (var path in paths.Select(path => $"/api/v1/stories/{story.Id}{path}")
            .Concat(["/api/v1/stories", "/api/v1/corrections", "/api/v1/policy"]))
        {
            using var first = await reader.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.NotNull(first.Headers.ETag);

            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var second = await reader.SendAsync(again, Cancel);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        }

        using var known = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{story.Id}/changelog");
        known.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        using var other = await reader.SendAsync(known, Cancel);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/stories", true)]
    [InlineData("/corrections.json", true)]
    [InlineData("/openapi/v1.json", true)]
    [InlineData("/api/v1/stories/none", true)]
    [InlineData("/", false)]
    [InlineData("/sign-in", false)]
    public async Task Other_sites_may_read_what_is_for_programs(string path, bool mayRead)
    {
        using var reader = Server.Client();
        using var answer = await reader.GetAsync(path, Cancel);

        Assert.Equal(mayRead, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins));
        Assert.Equal(mayRead ? ["*"] : [], origins ?? []);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Other_sites_may_not_write()
    {
        using var reader = Server.Client();
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/stories");
        asked.Headers.Add("Origin", "https://elsewhere.example");
        asked.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await reader.SendAsync(asked, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("GET, HEAD", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")));
    }

    [Fact]
    public async Task Who_reads_too_much_is_told_how_much_there_is_and_when_to_come_back()
    {
        await using var strict = await WebServer.StartAsync(new() { ReadsPerMinute = 2 });
        using var reader = strict.Client();

        // The minute may end between two reads, and then the count begins anew: four reads are too many in any case.
        HttpResponseMessage last = new();
        for (var i = 0; i < 6 && last.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            last.Dispose();
            last = await reader.GetAsync("/api/v1/stories", Cancel);
            Assert.Equal("\"reads\";q=2;w=60", Assert.Single(last.Headers.GetValues("RateLimit-Policy")));
            var left = Assert.Single(last.Headers.GetValues("RateLimit"));
            Assert.StartsWith("\"reads\";r=", left, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("/problems/too-many-reads", Text(await ReadAsync(last), "type"));
        last.Dispose();
        using var page = await reader.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
