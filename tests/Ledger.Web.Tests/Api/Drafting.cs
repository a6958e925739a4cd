using System.Net;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.Testing;

namespace Ledger.Web.Tests.Api;

/// <summary>A correction from its draft to its publication and after, under the default policy of the house.</summary>
public sealed class Drafting : IAsyncLifetime
{
    private const string Wrong =
        """{"class":"factual-error","note":"It was 14 million, not 40.","wrong":"40 million","right":"14 million"}""";

    private WebServer server = null!;
    private HttpClient editor = null!;
    private HttpClient standards = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await WebServer.StartAsync(new WebSettings(), HousePolicy.Default);
        editor = await server.ClientAsync(Role.Editor);
        standards = await server.ClientAsync(Role.Standards);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        standards.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_substantive_correction_is_a_draft_until_a_second_person_approves_it()
    {
        var story = await PublishAsync("approved");
        var draft = await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", Wrong), 202);
        var id = draft.GetProperty("id").GetGuid();
        Assert.Equal("submitted", draft.GetProperty("status").GetString());
        Assert.Contains("40 million", await TextAsync(story), StringComparison.Ordinal);

        await RefusedAsync(await StepAsync(editor, story, id, 2, "approve"), 403, "four-eyes");
        await RefusedAsync(await StepAsync(standards, story, id, 1, "approve"), 412, "stale-version");
        var approved = await AnswerAsync(await StepAsync(standards, story, id, 2, "approve"), 200);

        Assert.Equal("published", approved.GetProperty("status").GetString());
        Assert.Contains("14 million", await TextAsync(story), StringComparison.Ordinal);
        using var anybody = server.Client();
        var correction = await GetAsync(anybody, $"/api/v1/corrections/{id}");
        Assert.Equal(2, correction.GetProperty("review").GetProperty("people").GetInt32());
        Assert.False(correction.GetProperty("review").TryGetProperty("draftedBy", out _));
        await RefusedAsync(await StepAsync(standards, story, id, 4, "reject", """{"reason":"No."}"""), 409,
            "draft-published");
    }

    [Fact]
    public async Task What_was_rejected_is_edited_and_submitted_again()
    {
        var story = await PublishAsync("rejected");
        var id = (await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", Wrong), 202))
            .GetProperty("id").GetGuid();
        await RefusedAsync(await StepAsync(standards, story, id, 2, "reject", "{}"), 422, "reason-required");
        await AnswerAsync(await StepAsync(standards, story, id, 2, "reject", """{"reason":"Where?"}"""), 200);

        await RefusedAsync(await StepAsync(standards, story, id, 3, "approve"), 409, "draft-rejected");
        await RefusedAsync(await StepAsync(editor, story, id, 3, "submit"), 409, "draft-rejected");
        using var edit = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/stories/{story}/corrections/{id}")
        {
            Content = Json(Wrong.Replace("not 40.", "not 40, as the text said.", StringComparison.Ordinal)),
        };
        edit.Headers.TryAddWithoutValidation("If-Match", "\"3\"");
        await AnswerAsync(await editor.SendAsync(edit, Cancel), 200);
        await AnswerAsync(await StepAsync(editor, story, id, 4, "submit"), 200);
        await AnswerAsync(await StepAsync(standards, story, id, 5, "approve"), 200);
        Assert.Contains("14 million", await TextAsync(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minor_correction_is_issued_at_once_and_an_authors_own_approval_is_refused()
    {
        var story = await PublishAsync("minor");
        var minor = Wrong.Replace("factual-error", "misspelling-name", StringComparison.Ordinal);
        await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", minor), 201);

        var theirs = await PublishAsync("of-standards", standards);
        var id = (await AnswerAsync(await SendAsync(editor, $"{theirs}/corrections", "1", Wrong), 202))
            .GetProperty("id").GetGuid();
        await RefusedAsync(await StepAsync(standards, theirs, id, 2, "approve"), 403, "four-eyes");
    }

    [Fact]
    public async Task What_is_scheduled_waits_for_its_time_and_is_published_by_the_server()
    {
        var story = await PublishAsync("scheduled");
        var at = DateTimeOffset.UtcNow.AddSeconds(8);
        var body = Wrong[..^1] + $$""","publishAt":"{{at:yyyy-MM-ddTHH:mm:ss.fffZ}}"}""";
        var id = (await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", body), 202))
            .GetProperty("id").GetGuid();
        var approved = await AnswerAsync(await StepAsync(standards, story, id, 2, "approve"), 200);
        Assert.Equal("approved", approved.GetProperty("status").GetString());
        Assert.Contains("40 million", await TextAsync(story), StringComparison.Ordinal);

        await Eventually.IsTrueAsync(async () =>
            (await TextAsync(story)).Contains("14 million", StringComparison.Ordinal));

        Assert.True(DateTimeOffset.UtcNow >= at);
    }

    [Fact]
    public async Task An_emergency_is_public_at_once_and_says_that_an_approval_is_missing()
    {
        var story = await PublishAsync("emergency");
        await RefusedAsync(await StepAsync(editor, story, Guid.NewGuid(), 1, "rush"), 404, "draft-not-found");
        var note = """{"class":"editors-note","note":"We learned today that its author holds shares.","draft":true}""";
        var id = (await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", note), 202))
            .GetProperty("id").GetGuid();
        await AnswerAsync(await StepAsync(editor, story, id, 1, "rush"), 200);

        var alone = (await GetAsync(standards, $"/api/v1/corrections/{id}")).GetProperty("review");
        Assert.Equal(("emergency", 1), (alone.GetProperty("path").GetString(), alone.GetProperty("people").GetInt32()));
        await RefusedAsync(await StepAsync(editor, story, id, 3, "approve"), 403, "four-eyes");
        await AnswerAsync(await StepAsync(standards, story, id, 3, "approve"), 200);
        var both = (await GetAsync(standards, $"/api/v1/corrections/{id}")).GetProperty("review");
        Assert.Equal(2, both.GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task A_public_correction_is_amended_and_withdrawn_and_both_stay_visible()
    {
        var story = await PublishAsync("amended");
        var id = (await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", Wrong), 202))
            .GetProperty("id").GetGuid();
        await AnswerAsync(await StepAsync(standards, story, id, 2, "approve"), 200);

        await RefusedAsync(await StepAsync(editor, story, id, 2, "amend", """{"note":"N"}"""), 403, "not-allowed");
        await AnswerAsync(
            await StepAsync(standards, story, id, 2, "amend", """{"note":"It was 14 million crowns."}"""), 201);
        await AnswerAsync(
            await StepAsync(standards, story, id, 3, "withdraw", """{"reason":"It was 40 million."}"""), 201);
        await RefusedAsync(
            await StepAsync(standards, story, id, 4, "amend", """{"note":"Again."}"""), 409, "correction-withdrawn");

        var correction = await GetAsync(standards, $"/api/v1/corrections/{id}");
        Assert.True(correction.GetProperty("withdrawn").GetBoolean());
        Assert.Equal("It was 14 million crowns.", correction.GetProperty("note").GetString());
        Assert.Equal(["amended", "withdrawn"],
            correction.GetProperty("changes").EnumerateArray()
                .Select(change => change.GetProperty("kind").GetString()));
        var page = await standards.GetStringAsync($"/corrections/{id}", Cancel);
        Assert.Contains("It was 14 million, not 40.", page, StringComparison.Ordinal);
        Assert.Contains("It was 40 million.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_for_a_withdrawn_story_is_refused_and_one_that_waits_is_returned()
    {
        var story = await PublishAsync("killed");
        var id = (await AnswerAsync(await SendAsync(editor, $"{story}/corrections", "1", Wrong), 202))
            .GetProperty("id").GetGuid();
        await AnswerAsync(await SendAsync(
            editor, $"{story}/retraction", "1", """{"action":"withdraw","notice":"Not ours."}"""), 201);

        await RefusedAsync(await StepAsync(standards, story, id, 2, "approve"), 409, "story-withdrawn");
        await RefusedAsync(await SendAsync(editor, $"{story}/corrections", "2", Wrong), 409, "story-withdrawn");
    }

    private async Task<string> PublishAsync(string slug, HttpClient? by = null)
    {
        var body = $$"""
            {"headline":"The bridge opens","slug":"{{slug}}","language":"en",
             "blocks":[{"type":"paragraph","text":"The bridge cost 40 million crowns."}]}
            """;
        using var response = await (by ?? editor).PostAsync("/api/v1/stories", Json(body), Cancel);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return slug;
    }

    private static Task<HttpResponseMessage> StepAsync(
        HttpClient client, string story, Guid id, int version, string step, string body = "{}") => SendAsync(
        client, $"{story}/corrections/{id}/{step}", version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        body);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, string version, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{path}") { Content = Json(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await client.SendAsync(request, Cancel);
    }

    private async Task<string> TextAsync(string story) =>
        (await GetAsync(editor, $"/api/v1/stories/{story}")).GetProperty("text").GetString()!;

    private static async Task<JsonElement> GetAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(path, Cancel)).RootElement;

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        response.Dispose();
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task RefusedAsync(HttpResponseMessage response, int status, string code)
    {
        var problem = await AnswerAsync(response, status);
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
