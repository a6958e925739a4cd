using System.Net;
using System.Text.Json;

namespace Ledger.Web.Tests.Api;

/// <summary>Translations and syndicated copies, and what is owed to them.</summary>
public sealed class Copies(WebServer server) : ApiTest(server)
{
    private const string Correction =
        """{"class":"factual-error","wrong":"40 million","right":"14 million","note":"It was 14, not 40."}""";

    private const string Arabic =
        """{"kind":"translation","publisher":"Arabic edition","language":"ar","address":"https://ar.example/bridge"}""";

    [Fact]
    public async Task A_correction_is_owed_to_a_copy_until_it_is_settled()
    {
        var (copy, corrected) = await GivenOwedAsync();
        var task = (await TasksAsync(corrected)).Single();
        Assert.Equal((copy.Id, 1), (task.GetProperty("copyId").GetGuid(), Number(task, "version")));

        using var settled = await SendAsync(copy, "settlements", Settlement(corrected, "corrected"));

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (settled.StatusCode, settled.Headers.ETag?.Tag));
        Assert.Empty(await TasksAsync(corrected));
        Assert.Equal("corrected", Text((await TasksAsync(corrected, "&all=true")).Single(), "outcome"));
    }

    [Fact]
    public async Task Rules_refuse_with_their_codes_and_write_nothing()
    {
        var (copy, corrected) = await GivenOwedAsync();
        var waived = Settlement(corrected, "waived");
        await RefusedAsync(422, "reason-required", () => SendAsync(copy, "settlements", waived));
        await RefusedAsync(422, "not-a-correction-of-the-story",
            () => SendAsync(copy, "settlements", $$"""{"correction":"{{copy.Id}}","outcome":"corrected"}"""));
        await RefusedAsync(404, "copy-not-found",
            () => SendAsync(copy with { Id = corrected.Id }, "settlements", Settlement(corrected, "corrected")));
        await RefusedAsync(412, "stale-version",
            () => SendAsync(copy with { Version = 7 }, "unlink", """{"reason":"Gone."}"""));
        await RefusedAsync(422, "reason-required", () => SendAsync(copy, "unlink", "{}"));
        await RefusedAsync(422, "invalid-field",
            () => LinkAsync(corrected, """{"kind":"translation","publisher":"Arabic edition"}"""));
        await RefusedAsync(404, "story-not-found",
            () => LinkAsync(corrected with { Id = Guid.CreateVersion7() }, Arabic));
        await RefusedAsync(400, "invalid-json", () => LinkAsync(corrected, """{"kind":"sequel"}"""));

        using var corrects = await SendAsync(copy, "settlements", Settlement(corrected, "corrected"));
        await RefusedAsync(409, "copy-settled", () => SendAsync(
            copy with { Version = 2 }, "settlements",
            waived.Replace("}", ",\"reason\":\"No.\"}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_copy_that_is_unlinked_owes_nothing()
    {
        var (copy, corrected) = await GivenOwedAsync();

        using var unlinked = await SendAsync(copy, "unlink", """{"reason":"The edition is closed."}""");

        Assert.Equal(HttpStatusCode.OK, unlinked.StatusCode);
        Assert.Empty(await TasksAsync(corrected));
        var listed = (await GetAsync($"/api/v1/stories/{corrected.Id}/copies")).EnumerateArray().Single();
        Assert.Equal("The edition is closed.", Text(listed, "unlinkedReason"));
        await RefusedAsync(409, "copy-unlinked", () => SendAsync(
            copy with { Version = 2 }, "settlements", Settlement(corrected, "corrected")));
    }

    [Fact]
    public async Task A_link_sent_again_under_its_key_is_made_once()
    {
        var story = await PublishAsync();
        var first = await LinkedAsync(story, "link-once");
        var second = await LinkedAsync(story, "link-once");

        Assert.Equal(first, second);
        Assert.Single((await GetAsync($"/api/v1/stories/{story.Id}/copies")).EnumerateArray());
    }

    private async Task<(Linked Copy, Change Story)> GivenOwedAsync()
    {
        var story = await PublishAsync();
        var copy = await LinkedAsync(story);
        return (copy, await ChangeAsync(story, "corrections", Correction));
    }

    private async Task<Linked> LinkedAsync(Change story, string? key = null)
    {
        using var response = await LinkAsync(story, Arabic, key);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await ReadAsync(response);
        return new(body.GetProperty("id").GetGuid(), body.GetProperty("version").GetInt64());
    }

    private async Task<HttpResponseMessage> LinkAsync(Change story, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story.Id}/copies");
        request.Content = Json(body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);

        return await Editor.SendAsync(request, Cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(Linked copy, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/copies/{copy.Id}/{path}");
        request.Content = Json(body);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{copy.Version}\"");
        return await Editor.SendAsync(request, Cancel);
    }

    private async Task<IReadOnlyList<JsonElement>> TasksAsync(Change story, string more = "") =>
        [.. (await GetAsync($"/api/v1/copy-tasks?correction={story.CorrectionId}{more}")).EnumerateArray()];

    private static string Settlement(Change corrected, string outcome) =>
        $$"""{"correction":"{{corrected.CorrectionId}}","outcome":"{{outcome}}"}""";

    private sealed record Linked(Guid Id, long Version);
}
