using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

/// <summary>A program that got no answer asks again, and nothing is done twice.</summary>
public sealed class SentAgain(WebServer server) : ApiTest(server)
{
    public static TheoryData<string, string> Changes { get; } = new()
    {
        {
            "revisions",
            """{"kind":"update","headline":"New","language":"en","blocks":[{"type":"paragraph","text":"T"}]}"""
        },
        {
            "corrections",
            """{"class":"factual-error","note":"It was 41.","wrong":"40 million","right":"41 million"}"""
        },
        { "attributions", """{"credit":"author","from":"Mira Vance","to":"Mira Vane","reason":"R"}""" },
        { "headline", """{"headline":"Another headline","reason":"R"}""" },
        { "retraction", """{"action":"retract","notice":"It was not so."}""" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_carried_out_once_and_answered_alike(string path, string body)
    {
        var story = await PublishAsync();
        using var done = await SendAsync(story, path, body, $"\"{story.Id}\"");
        var head = await HeadAsync();
        using var again = await SendAsync(story, path, body, $"\"{story.Id}\"");
        using var bare = await SendAsync(story, path, body, $"{story.Id}");

        Assert.Equal(HttpStatusCode.Created, done.StatusCode);
        Assert.False(done.Headers.Contains("Idempotency-Replayed"));
        foreach (var answer in new[] { again, bare })
        {
            Assert.Equal(done.StatusCode, answer.StatusCode);
            Assert.Equal(done.Headers.ETag, answer.Headers.ETag);
            Assert.Equal(done.Headers.Location, answer.Headers.Location);
            Assert.Equal("true", Assert.Single(answer.Headers.GetValues("Idempotency-Replayed")));
            Assert.Equal(
                await done.Content.ReadAsStringAsync(Cancel), await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task A_story_is_published_once_also_when_it_is_sent_many_times_at_once()
    {
        var story = NewStory();
        var head = await HeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PublishAsync(Editor, story, "at-once")));

        Assert.Equal(head + 1, await HeadAsync());
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
    }

    [Fact]
    public async Task A_key_belongs_to_the_account_that_sent_it()
    {
        using var other = await Server.ClientAsync(Role.Standards);

        var first = await PublishAsync(Editor, NewStory(), "of-each");
        var second = await PublishAsync(other, NewStory(), "of-each");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.NotEqual(first.Body, second.Body);
    }

    [Fact]
    public async Task A_key_with_another_request_is_refused()
    {
        var story = await PublishAsync();
        using var done = await SendAsync(story, "headline", """{"headline":"One","reason":"R"}""", "\"used\"");

        await RefusedAsync(422, "idempotency-key-reused",
            () => SendAsync(story, "headline", """{"headline":"Two","reason":"R"}""", "\"used\""));
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_mended_under_its_key()
    {
        var story = await PublishAsync();
        await RefusedAsync(422, "note-required", () => SendAsync(story, "corrections",
            """{"class":"factual-error","note":"","wrong":"40 million","right":"41 million"}""", "\"mended\""));

        using var mended = await SendAsync(story, "corrections",
            """{"class":"factual-error","note":"Now with one.","wrong":"40 million","right":"41 million"}""",
            "\"mended\"");

        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"open")]
    [InlineData("\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\\b\"")]
    [InlineData("\"a\\\"")]
    [InlineData("\"a\", \"b\"")]
    public async Task A_malformed_key_is_refused(string key)
    {
        var story = await PublishAsync();

        await RefusedAsync(400, "invalid-idempotency-key",
            () => SendAsync(story, "headline", """{"headline":"One","reason":"R"}""", key));
    }

    [Theory]
    [InlineData(255, HttpStatusCode.Created)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task A_key_has_255_characters_at_most(int length, HttpStatusCode expected)
    {
        var story = await PublishAsync();

        using var answer = await SendAsync(
            story, "headline", """{"headline":"One","reason":"R"}""", $"\"{new string('k', length)}\"");

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(Change story, string path, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story.Id}/{path}");
        request.Content = Json(body);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{story.Version}\"");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await Editor.SendAsync(request, Cancel);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PublishAsync(
        HttpClient client, string story, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories") { Content = Json(story) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
