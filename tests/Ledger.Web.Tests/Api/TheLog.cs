using System.Net;
using System.Text.Json;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

public sealed class TheLog(WebServer server) : ApiTest(server)
{
    [Fact]
    public async Task Events_are_read_in_order_from_a_position()
    {
        var before = await HeadAsync();
        var story = await PublishAsync();
        var changed = await ChangeAsync(story, "headline", """{"headline":"Another","reason":"Shorter"}""");

        var first = await GetAsync($"/api/v1/events?after={before}&limit=1");
        var second = await GetAsync($"/api/v1/events?after={first.GetProperty("next")}");

        var published = Assert.Single(first.GetProperty("items").EnumerateArray());
        Assert.Equal((story.Position, story.Id, 1, "story_published"),
            (published.GetProperty("position").GetInt64(), published.GetProperty("stream").GetGuid(),
                published.GetProperty("version").GetInt32(), published.GetProperty("type").GetString()));
        Assert.Equal(story.Slug, published.GetProperty("data").GetProperty("slug").GetString());
        Assert.StartsWith("user:account-", Text(published.GetProperty("metadata"), "actor"), StringComparison.Ordinal);
        Assert.Equal("2026-03-01T08:00:00Z", published.GetProperty("occurredAt").GetString());
        Assert.EndsWith("Z", published.GetProperty("recordedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal([changed.Position], second.GetProperty("items").EnumerateArray().Select(Position));
        Assert.Equal(changed.Position, second.GetProperty("next").GetInt64());
        var rest = await GetAsync($"/api/v1/events?after={changed.Position}");
        Assert.Empty(rest.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Events_of_one_story_are_only_its_own()
    {
        var story = await PublishAsync();
        await PublishAsync();
        var changed = await ChangeAsync(story, "headline", """{"headline":"Another","reason":"Shorter"}""");

        var all = await GetAsync($"/api/v1/events?story={story.Slug}");
        var rest = await GetAsync($"/api/v1/events?story={story.Id}&after={story.Position}");

        Assert.Equal([story.Position, changed.Position], all.GetProperty("items").EnumerateArray().Select(Position));
        Assert.Equal([changed.Position], rest.GetProperty("items").EnumerateArray().Select(Position));
    }

    [Fact]
    public async Task A_follower_is_sent_each_event_and_comes_back_where_it_was()
    {
        var head = await HeadAsync();
        var first = await PublishAsync();
        using var auditor = await Server.ClientAsync(Role.Auditor);

        await using (var stream = await FollowAsync(auditor, $"?after={head}"))
        {
            Assert.Equal(first.Position, (await stream.NextAsync()).Position);

            var second = await PublishAsync();
            var sent = await stream.NextAsync();
            Assert.Equal(second.Position, sent.Position);
            Assert.Equal(second.Id, sent.Data.GetProperty("stream").GetGuid());
            Assert.Equal(second.Position, sent.Data.GetProperty("position").GetInt64());
        }

        var missed = await PublishAsync();
        await using var resumed = await FollowAsync(auditor, $"?after={head}", lastEventId: first.Position + 1);
        Assert.Equal(missed.Position, (await resumed.NextAsync()).Position);
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_its_followers()
    {
        var own = await WebServer.StartAsync(new());
        using var auditor = await own.ClientAsync(Role.Auditor);
        await using var stream = await FollowAsync(auditor, "");

        await own.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        await Assert.ThrowsAsync<EndOfStreamException>(stream.NextAsync);
    }

    private static async Task<Follower> FollowAsync(HttpClient client, string query, long? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/events/stream{query}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", $"{lastEventId}");

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(Cancel)));
    }

    private static long Position(JsonElement item) => item.GetProperty("position").GetInt64();

    private sealed record Sent(long Position, JsonElement Data);

    private sealed class Follower(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        public async Task<Sent> NextAsync()
        {
            long? id = null;
            JsonElement? data = null;
            while (id is null || data is null)
            {
                var line = await reader.ReadLineAsync(Cancel) ?? throw new EndOfStreamException();
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = long.Parse(line.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    data = JsonDocument.Parse(line[6..]).RootElement;
            }

            return new(id.Value, data.Value);
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
