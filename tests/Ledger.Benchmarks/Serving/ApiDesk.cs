using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Ledger.Benchmarks.Writing;
using Ledger.Formats;

namespace Ledger.Benchmarks.Serving;

/// <summary>A writer who sends revisions of stories to the API, one after the other.</summary>
internal sealed class ApiDesk(HttpClient editor, int seed)
{
    private static readonly Uri Stories = new("/api/v1/stories", UriKind.Relative);

    private readonly Writer writer = new(seed);
    private readonly List<Manuscript> stories = [];

    public async Task OpenAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var story = new Manuscript(writer.NewArticle());
            using var body = Json(StoryJson.Write(new(null, null, story.Article)));
            await SendAsync(Stories, body, story, cancellationToken);
            stories.Add(story);
        }
    }

    public async Task ReviseAsync(CancellationToken cancellationToken)
    {
        var story = stories[writer.Choose(stories.Count)];
        var revision = writer.Revise(story);
        using var body = Json(Written(revision.Reason, StoryJson.Write(new(null, null, revision.Article))));
        await SendAsync(
            new($"/api/v1/stories/{story.Id}/revisions", UriKind.Relative), body, story, cancellationToken);
    }

    private async Task SendAsync(Uri address, HttpContent body, Manuscript story, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (story.Version > 0)
        {
            var seen = story.Version.ToString(CultureInfo.InvariantCulture);
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        }

        using var response = await editor.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var change = await response.Content.ReadFromJsonAsync<Change>(cancellationToken)
            ?? throw new InvalidOperationException("The API answered a write with nothing.");
        (story.Id, story.Version) = (change.Id, change.Version);
    }

    // The JSON of a revision is that of the story with two members more.
    private static byte[] Written(string? reason, byte[] story) =>
    [
        .. """{"kind":"update","reason":"""u8,
        .. JsonSerializer.SerializeToUtf8Bytes(reason),
        (byte)',',
        .. story[1..],
    ];

    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new("application/json") } };

    private sealed record Change(Guid Id, long Version);
}
