using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Api;

/// <summary>A test that speaks to the API as a program does.</summary>
public abstract class ApiTest(WebServer server) : IClassFixture<WebServer>, IAsyncLifetime
{
    private static int stories;

    protected WebServer Server { get; } = server;

    /// <summary>A program whose account may edit stories.</summary>
    protected HttpClient Editor { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Editor = await Server.ClientAsync(Role.Editor);

    public ValueTask DisposeAsync()
    {
        Editor.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A story about a bridge, with a headline, and so a slug, of its own.</summary>
    protected static string NewStory() => $$"""
        {"headline":"The bridge of Norvale opens, part {{Interlocked.Increment(ref stories)}}",
         "standfirst":"After nine years, the river has a crossing","section":"Towns","language":"en",
         "dateline":"NORVALE","publishedAt":"2026-03-01T08:00:00Z",
         "credits":[{"role":"author","name":"Mira Vance"}],
         "blocks":[
           {"type":"paragraph","text":"The bridge cost 40 million crowns."},
           {"type":"quote","text":"It was worth it.","speaker":"Joren Pell"},
           {"type":"image","url":"https://pictures.example/bridge.jpg","alt":"A bridge",
            "caption":"The bridge at dusk","credit":"Lena Orr"}]}
        """;

    protected async Task<Change> PublishAsync(string? story = null)
    {
        using var response = await Editor.PostAsync("/api/v1/stories", Json(story ?? NewStory()), Cancel);
        return await ChangeOfAsync(response, HttpStatusCode.Created);
    }

    /// <summary>Sends a change of a story at the version that it has.</summary>
    protected async Task<Change> ChangeAsync(Change story, string path, string body) =>
        await ChangeOfAsync(await SendAsync(Editor, story, path, body), HttpStatusCode.Created);

    protected static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, Change story, string path, string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story.Id}/{path}");
        request.Content = Json(body);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? $"\"{story.Version}\"");
        return await client.SendAsync(request, Cancel);
    }

    protected static async Task<Change> ChangeOfAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {body}");
        var change = JsonSerializer.Deserialize<Change>(body, JsonSerializerOptions.Web)!;
        Assert.Equal($"\"{change.Version}\"", response.Headers.ETag?.Tag);
        return change;
    }

    protected async Task<JsonElement> GetAsync(string path, HttpClient? client = null)
    {
        using var response = await (client ?? Editor).GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    protected static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

    protected static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.GetString() : null;

    protected static int Number(JsonElement element, string member) => element.GetProperty(member).GetInt32();

    protected static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    protected static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    protected Task<long> HeadAsync() => Server.Services.GetRequiredService<IEventStore>().GetHeadAsync(Cancel);

    /// <summary>Sends what is to be refused, and holds that it is, and that nothing was written.</summary>
    protected async Task<JsonElement> RefusedAsync(
        int status, string code, Func<Task<HttpResponseMessage>> send)
    {
        var before = await HeadAsync();
        using var response = await send();
        var body = await response.Content.ReadAsStringAsync(Cancel);

        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(before, await HeadAsync());
        return problem;
    }

    /// <summary>What a write answers.</summary>
    protected sealed record Change(
        Guid Id, string Slug, long Version, long Position, int Revision, bool Changed, Guid? CorrectionId);
}
