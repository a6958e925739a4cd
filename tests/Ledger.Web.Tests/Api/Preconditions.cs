using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

public sealed class Preconditions(WebServer server) : ApiTest(server)
{
    private const string Headline = """{"headline":"Another headline","reason":"Shorter"}""";

    [Fact]
    public async Task A_change_without_if_match_is_refused()
    {
        var story = await PublishAsync();

        await RefusedAsync(428, "precondition-required",
            () => Editor.PostAsync($"/api/v1/stories/{story.Id}/headline", Json(Headline), Cancel));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("W/\"1\"")]
    [InlineData("\"one\"")]
    [InlineData("\"1\", \"2\"")]
    public async Task An_if_match_that_names_no_version_is_refused(string ifMatch)
    {
        var story = await PublishAsync();

        await RefusedAsync(400, "bad-request", () => SendAsync(Editor, story, "headline", Headline, ifMatch));
    }

    [Fact]
    public async Task Any_version_may_be_named_by_a_star()
    {
        var story = await PublishAsync();

        using var response = await SendAsync(Editor, story, "headline", Headline, "*");

        Assert.Equal(2, (await ChangeOfAsync(response, HttpStatusCode.Created)).Version);
    }

    [Fact]
    public async Task A_writer_who_is_late_learns_what_changed_meanwhile()
    {
        var seen = await PublishAsync();
        var moved = await ChangeAsync(seen, "slug", $$"""{"slug":"late-{{seen.Id:N}}","reason":"R"}""");
        await ChangeAsync(moved, "headline", """{"headline":"The first of two","reason":"R"}""");

        var problem = await RefusedAsync(412, "stale-version",
            () => SendAsync(Editor, seen, "headline", """{"headline":"The second of two","reason":"R"}"""));

        Assert.Equal((1, 3), (problem.GetProperty("expected").GetInt64(), problem.GetProperty("actual").GetInt64()));
        var compare = problem.GetProperty("compare").GetString()!;
        Assert.Equal($"/api/v1/stories/{moved.Slug}/compare/1...2", compare);
        Assert.Equal($"/stories/{moved.Slug}/compare/1...2", problem.GetProperty("comparePage").GetString());
        Assert.Equal("The first of two", Text((await GetAsync(compare)).GetProperty("to"), "headline"));
    }

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("\"0\"")]
    public async Task A_version_that_never_was_is_stale_and_has_nothing_to_compare(string ifMatch)
    {
        var story = await PublishAsync();

        var problem = await RefusedAsync(412, "stale-version",
            () => SendAsync(Editor, story, "headline", Headline, ifMatch));

        Assert.Equal(1, problem.GetProperty("actual").GetInt64());
        Assert.False(problem.TryGetProperty("compare", out _));
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_version_exactly_one_wins()
    {
        using var other = await Server.ClientAsync(Role.Standards);
        for (var round = 0; round < 10; round++)
        {
            var story = await PublishAsync();
            var head = await HeadAsync();

            var answers = await Task.WhenAll(
                SendAsync(Editor, story, "headline", """{"headline":"Mine","reason":"R"}"""),
                SendAsync(other, story, "headline", """{"headline":"Theirs","reason":"R"}"""));

            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.PreconditionFailed],
                answers.Select(answer => answer.StatusCode).Order());
            var late = answers.Single(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed);
            Assert.Equal(2, (await ReadAsync(late)).GetProperty("actual").GetInt64());
            Assert.Equal(head + 1, await HeadAsync());
        }
    }

    [Fact]
    public async Task Who_has_the_version_is_sent_no_body()
    {
        var story = await PublishAsync();
        using var reader = Server.Client();

        async Task<HttpStatusCode> AskAsync(string ifNoneMatch)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{story.Slug}");
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
            using var response = await reader.SendAsync(request, Cancel);
            Assert.StartsWith("\"", response.Headers.ETag?.Tag, StringComparison.Ordinal);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("\"0\", W/\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("*"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("\"2\""));

        await ChangeAsync(story, "headline", Headline);
        Assert.Equal(HttpStatusCode.OK, await AskAsync("\"1\""));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("\"2\""));
    }

    [Fact]
    public async Task A_story_may_be_published_under_if_none_match()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories") { Content = Json(NewStory()) };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");

        using var response = await Editor.SendAsync(request, Cancel);

        await ChangeOfAsync(response, HttpStatusCode.Created);
    }
}
