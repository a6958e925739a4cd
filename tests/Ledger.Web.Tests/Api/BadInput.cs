using System.Text;
using System.Text.Json;
using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Api;

/// <summary>Whatever is wrong is said with its place, and writes nothing.</summary>
public sealed class BadInput(WebServer server) : ApiTest(server)
{
    private const string Paragraph = """{"type":"paragraph","text":"Words."}""";

    [Theory]
    [InlineData("{\n  \"headline\": \"H\",\n  \"language\" \"en\"}", 3, 14)]
    [InlineData("{\"headline\":\"H\",\"headlin\":\"H\"}", 1, 17)]
    [InlineData("{\"headline\":7}", 1, 13)]
    [InlineData("", 1, 1)]
    [InlineData("null", 1, 1)]
    [InlineData("""{"headline":"H","language":"en","blocks":[{"type":"html"}]}""", 1, 51)]
    public async Task A_story_of_another_form_is_answered_with_line_and_column(string body, int line, int column)
    {
        var problem = await RefusedAsync(400, "invalid-json", () => PostStoryAsync(body));

        Assert.Equal((line, column), (Number(problem, "line"), Number(problem, "column")));
    }

    [Fact]
    public async Task Invalid_utf8_is_answered_with_line_and_column()
    {
        byte[] body = [.. "{\"headline\":\n\""u8, 0xC3, 0x28, .. "\"}"u8];

        var problem = await RefusedAsync(400, "invalid-json",
            () => Editor.PostAsync("/api/v1/stories", Json(body), Cancel));

        Assert.Equal((2, 2), (Number(problem, "line"), Number(problem, "column")));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public async Task Deep_nesting_is_answered_like_any_other_form(char open)
    {
        var nested = open == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        var problem = await RefusedAsync(400, "invalid-json", () => PostStoryAsync(
            $$"""{"headline":"H","language":"en","blocks":{{nested}}"""));

        Assert.True(problem.GetProperty("column").GetInt32() > 40);
    }

    [Theory]
    [InlineData("no-blocks", "blocks", "[]")]
    [InlineData("duplicate-block-id", "blocks[1].id",
        """[{"id":"x","type":"paragraph","text":"A"},{"id":"x","type":"paragraph","text":"B"}]""")]
    [InlineData("invalid-field", "blocks[0].text", """[{"type":"paragraph","text":"A\u0000B"}]""")]
    [InlineData("invalid-field", "blocks[0].text", """[{"type":"paragraph","text":"A\u001bB"}]""")]
    [InlineData("invalid-field", "blocks[0].url", """[{"type":"image","url":"javascript:alert(1)","alt":"x"}]""")]
    public async Task A_story_that_breaks_a_rule_is_refused_with_the_field(string code, string field, string blocks)
    {
        var problem = await RefusedAsync(422, code, () => PostStoryAsync(StoryOf(blocks)));

        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_hundred_thousand_blocks_are_refused()
    {
        var blocks = string.Join(',', Enumerable.Repeat(Paragraph, 100_000));

        var problem = await RefusedAsync(422, "too-many", () => PostStoryAsync(StoryOf($"[{blocks}]")));

        Assert.Equal("There are 100000 blocks; 10000 are allowed.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_article_of_twenty_megabytes_is_refused_before_it_is_read()
    {
        var body = StoryOf($$"""[{"type":"paragraph","text":"{{new string('x', 20_000_000)}}"}]""");

        var problem = await RefusedAsync(413, "too-large", () => SendLargeAsync(body));

        Assert.Equal("The body of a request may have 16777216 bytes at most.", Text(problem, "detail"));
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_ends_at_the_same_limit()
    {
        await using var small = await WebServer.StartAsync(new() { LargestRequest = 1_000 });
        using var client = await small.ClientAsync(Application.People.Role.Editor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories");
        request.Content = Json(new string('x', 2_000));
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("/problems/too-large", (await ReadAsync(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Limits_of_stories_are_those_of_the_settings()
    {
        await using var small = await WebServer.StartAsync(new() { Limits = new Limits { Block = 5 } });
        using var client = await small.ClientAsync(Application.People.Role.Editor);

        using var response = await client.PostAsync("/api/v1/stories", Json(StoryOf($"[{Paragraph}]")), Cancel);

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal("/problems/too-long", (await ReadAsync(response)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public Task A_body_that_is_not_json_by_its_own_word_is_refused(string mediaType) =>
        RefusedAsync(415, "unsupported-media-type", () => Editor.PostAsync(
            "/api/v1/stories", new StringContent(NewStory(), Encoding.UTF8, mediaType), Cancel));

    [Theory]
    [InlineData("corrections", 400, "invalid-json", """{"class":"typo","note":"N","wrong":"40","right":"14"}""")]
    [InlineData("corrections", 400, "invalid-json", """{"note":"N","wrong":"40","right":"14"}""")]
    [InlineData("corrections", 400, "invalid-json",
        """{"class":"factual-error","note":"N","wrong":"40","right":"14","claims":[]}""")]
    [InlineData("corrections", 400, "invalid-json", """{"class":"factual-error","note":"N","wrong":"40"}""")]
    [InlineData("corrections", 422, "note-required",
        """{"class":"factual-error","note":" ","wrong":"40","right":"14"}""")]
    [InlineData("corrections", 422, "note-required", """{"class":"factual-error","wrong":"40","right":"14"}""")]
    [InlineData("corrections", 422, "claims-required", """{"class":"factual-error","note":"N"}""")]
    [InlineData("corrections", 422, "wrong-text-not-found",
        """{"class":"factual-error","note":"N","wrong":"50 million","right":"14 million"}""")]
    [InlineData("revisions", 400, "invalid-json", """{"headline":"H","language":"en","blocks":[]}""")]
    [InlineData("revisions", 422, "no-blocks",
        """{"kind":"update","reason":"R","headline":"H","language":"en","blocks":[]}""")]
    [InlineData("attributions", 422, "attribution-target", """{"from":"A","to":"B","reason":"R"}""")]
    [InlineData("attributions", 422, "block-not-found", """{"block":"b9","from":"A","to":"B","reason":"R"}""")]
    [InlineData("attributions", 400, "invalid-json", """{"credit":"poet","from":"A","to":"B","reason":"R"}""")]
    [InlineData("captions", 400, "invalid-json", """{"text":"C","reason":"R"}""")]
    [InlineData("captions", 422, "block-not-image", """{"block":"b1","text":"C","reason":"R"}""")]
    [InlineData("slug", 422, "invalid-slug", """{"slug":"../etc","reason":"R"}""")]
    [InlineData("slug", 400, "invalid-json", """{"reason":"R"}""")]
    [InlineData("retraction", 400, "invalid-json", """{"action":"burn","notice":"N"}""")]
    [InlineData("retraction", 422, "notice-required", """{"action":"retract"}""")]
    [InlineData("retraction", 409, "not-retracted", """{"action":"reinstate","notice":"N"}""")]
    public async Task A_change_that_cannot_be_made_says_why(string path, int status, string code, string body)
    {
        var story = await PublishAsync();

        await RefusedAsync(status, code, () => SendAsync(Editor, story, path, body));
    }

    [Fact]
    public async Task An_unknown_class_is_answered_with_those_that_are_known()
    {
        var story = await PublishAsync();

        var problem = await RefusedAsync(400, "invalid-json", () => SendAsync(
            Editor, story, "corrections", """{"class":"typo","note":"N","wrong":"40","right":"14"}"""));

        Assert.Contains("factual-error, misattribution", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slug_that_another_story_has_or_had_is_refused()
    {
        var first = await PublishAsync();
        var second = await PublishAsync();
        var moved = await ChangeAsync(first, "slug", $$"""{"slug":"moved-{{first.Id:N}}","reason":"R"}""");

        foreach (var slug in new[] { first.Slug, moved.Slug })
        {
            await RefusedAsync(409, "slug-taken",
                () => SendAsync(Editor, second, "slug", $$"""{"slug":"{{slug}}","reason":"R"}"""));
            await RefusedAsync(409, "slug-taken", () => PostStoryAsync(
                $$"""{"slug":"{{slug}}","headline":"H","language":"en","blocks":[{{Paragraph}}]}"""));
        }
    }

    [Theory]
    [InlineData("no-such-story")]
    [InlineData("00000000-0000-7000-8000-000000000000")]
    [InlineData("%E2%82")]
    [InlineData("a%0Ab")]
    public async Task An_unknown_story_is_not_found(string story)
    {
        string[] paths = ["stories/{0}", "stories/{0}/revisions", "stories/{0}/compare/1...2", "stories/{0}/changelog",
            "events?story={0}"];
        foreach (var path in paths)
            await MissingAsync("story-not-found", path.Replace("{0}", story, StringComparison.Ordinal));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story}/headline");
        request.Content = Json("""{"headline":"H","reason":"R"}""");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        await RefusedAsync(404, "story-not-found", () => Editor.SendAsync(request, Cancel));
    }

    [Theory]
    [InlineData("stories?limit=0", "limit")]
    [InlineData("stories?limit=101", "limit")]
    [InlineData("stories?limit=ten", "limit")]
    [InlineData("stories?cursor=x", null)]
    [InlineData("stories?q=%00", null)]
    [InlineData("corrections?class=typo", "class")]
    [InlineData("corrections?from=yesterday", "from")]
    [InlineData("corrections?to=2026-13-01", "to")]
    [InlineData("corrections?cursor=1-x", null)]
    [InlineData("events?after=-1", "after")]
    [InlineData("events?limit=1001", "limit")]
    [InlineData("events/stream?after=x", "after")]
    public async Task A_parameter_that_cannot_be_read_is_named(string path, string? parameter)
    {
        var problem = await RefusedAsync(400, "bad-request", () => Editor.GetAsync($"/api/v1/{path}", Cancel));

        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
    }

    [Fact]
    public async Task An_address_that_is_none_and_a_method_that_does_not_fit_are_problems_too()
    {
        var story = await PublishAsync();
        await MissingAsync("not-found", "nothing");
        await MissingAsync("not-found", "corrections/7");
        await MissingAsync("correction-not-found", $"corrections/{Guid.Empty}");
        await MissingAsync("revision-not-found", $"stories/{story.Id}/revisions/2");
        await MissingAsync("revision-not-found", $"stories/{story.Id}/compare/1...9");
        await RefusedAsync(405, "method-not-allowed", () => Editor.DeleteAsync("/api/v1/stories", Cancel));
    }

    private Task<JsonElement> MissingAsync(string code, string path) =>
        RefusedAsync(404, code, () => Editor.GetAsync($"/api/v1/{path}", Cancel));

    private static string StoryOf(string blocks) => $$"""{"headline":"H","language":"en","blocks":{{blocks}}}""";

    private Task<HttpResponseMessage> PostStoryAsync(string body) =>
        Editor.PostAsync("/api/v1/stories", Json(body), Cancel);

    private async Task<HttpResponseMessage> SendLargeAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories") { Content = Json(body) };
        request.Headers.ExpectContinue = true;
        return await Editor.SendAsync(request, Cancel);
    }
}
