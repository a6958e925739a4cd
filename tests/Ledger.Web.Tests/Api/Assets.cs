using System.Net;
using System.Text;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Domain.Assets;
using Ledger.Domain.Policies;
using Ledger.EventStore;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Api;

/// <summary>Pictures that stories share, and their corrections, under the default policy of the house.</summary>
public sealed class Assets : IAsyncLifetime
{
    private const string Monday = """
        {"class":"image-caption","note":"The picture was taken on Monday, not Sunday.",
         "claims":[{"wrong":"on Sunday","right":"on Monday","field":"caption"}]}
        """;

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
    public async Task A_picture_is_corrected_in_each_story_when_a_second_person_approves_it()
    {
        var url = "https://img.example/quay.jpg";
        var (first, other) = (await PublishAsync(url, "The quay on Sunday"), await PublishAsync(url, "The pier"));
        var asset = (await GetAsync("/api/v1/assets?q=quay.jpg")).GetProperty("items").EnumerateArray().Single();
        var id = asset.GetProperty("id").GetGuid();
        Assert.Equal((AssetIds.OfPicture(url), 2, 0), (id, Number(asset, "stories"), Number(asset, "version")));

        var proposed = await AnswerAsync(await SendAsync(editor, $"{id}/corrections", 0, Monday), 201);
        var correction = proposed.GetProperty("correction").GetProperty("id").GetGuid();
        var approve = $"{id}/corrections/{correction}/approve";
        await RefusedAsync(await SendAsync(editor, approve, 2), 403, "four-eyes");
        await RefusedAsync(await SendAsync(standards, approve, 1), 412, "stale-version");
        await RefusedAsync(await SendAsync(standards, approve, null), 428, "precondition-required");
        var approved = await AnswerAsync(await SendAsync(standards, approve, 2), 200);

        var outcomes = approved.GetProperty("correction").GetProperty("outcomes").EnumerateArray()
            .ToDictionary(outcome => outcome.GetProperty("story").GetGuid());
        Assert.Equal("corrected", outcomes[first].GetProperty("result").GetString());
        Assert.Equal("picture-says-otherwise", outcomes[other].GetProperty("code").GetString());
        var issued = await GetAsync($"/api/v1/corrections/{outcomes[first].GetProperty("correction").GetGuid()}");
        Assert.Equal(first, issued.GetProperty("story").GetGuid());

        var seen = await GetAsync($"/api/v1/assets/{id}");
        var version = seen.GetProperty("version").GetInt64();
        await RefusedAsync(
            await SendAsync(editor, $"{id}/corrections/{correction}/waive", version, $$"""{"story":"{{other}}"}"""),
            422, "reason-required");
        var waived = await AnswerAsync(
            await SendAsync(editor, $"{id}/corrections/{correction}/waive", version,
                $$"""{"story":"{{other}}","reason":"It shows the pier."}"""), 200);
        Assert.Contains(
            waived.GetProperty("correction").GetProperty("outcomes").EnumerateArray(),
            outcome => outcome.TryGetProperty("waived", out var reason) && reason.GetString() == "It shows the pier.");
        Assert.Empty((await GetAsync("/api/v1/assets?open=true")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Rules_refuse_with_their_codes()
    {
        var url = "/pictures/lock.jpg";
        await PublishAsync(url, "The lock on Sunday");
        var id = AssetIds.OfPicture(url);
        var corrections = $"{id}/corrections";
        await RefusedAsync(await SendAsync(editor, $"{Guid.NewGuid()}/corrections", 0, Monday), 404, "asset-not-found");
        await RefusedAsync(await SendAsync(editor, corrections, 0, "{}"), 400, "invalid-json");
        await RefusedAsync(
            await SendAsync(editor, corrections, 0, Change("\"field\":\"caption\"", "\"field\":\"headline\"")),
            422, "invalid-field");
        await RefusedAsync(
            await SendAsync(editor, corrections, 0, Change("on Sunday", "on Friday")), 422, "wrong-text-not-found");
        await RefusedAsync(
            await SendAsync(editor, corrections, 0, Change("{\"class\"", "{\"severity\":\"minor\",\"class\"")),
            422, "severity-too-low");

        var proposed = await AnswerAsync(await SendAsync(editor, corrections, 0, Monday), 201);
        var correction = proposed.GetProperty("correction").GetProperty("id").GetGuid();
        await RefusedAsync(await SendAsync(editor, corrections, 2, Monday), 409, "asset-correction-pending");
        await RefusedAsync(
            await SendAsync(editor, $"{corrections}/{correction}/publish", 2), 409, "asset-correction-not-published");
        await RefusedAsync(
            await SendAsync(standards, $"{corrections}/{Guid.NewGuid()}/approve", 2), 404,
            "asset-correction-not-found");
        await AnswerAsync(
            await SendAsync(standards, $"{corrections}/{correction}/reject", 2, """{"reason":"It was not."}"""), 200);
        await RefusedAsync(
            await SendAsync(standards, $"{corrections}/{correction}/approve", 3), 409, "asset-correction-decided");
    }

    [Fact]
    public async Task A_picture_is_registered_once_and_with_an_address_that_a_page_may_show()
    {
        var body = """{"url":"/pictures/new.jpg","caption":"The weir","source":"Town archive"}""";

        var created = await AnswerAsync(await SendAsync(editor, "", null, body), 201);
        await AnswerAsync(await SendAsync(editor, "", null, body), 200);
        await RefusedAsync(
            await SendAsync(editor, "", null, """{"url":"/pictures/new.jpg","caption":"The lock"}"""),
            409, "asset-registered");
        await RefusedAsync(
            await SendAsync(editor, "", null, """{"url":"javascript:alert(1)"}"""), 422, "invalid-field");

        var asset = await GetAsync($"/api/v1/assets/{created.GetProperty("id").GetGuid()}");
        Assert.Equal(
            ("The weir", "Town archive"),
            (asset.GetProperty("caption").GetString(), asset.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task What_a_crash_left_approved_is_published_by_the_server_itself()
    {
        var url = "/pictures/weir.jpg";
        var story = await PublishAsync(url, "The weir on Sunday");
        var id = AssetIds.OfPicture(url);
        var proposed = await AnswerAsync(await SendAsync(editor, $"{id}/corrections", 0, Monday), 201);
        var correction = proposed.GetProperty("correction").GetProperty("id").GetGuid();

        // As if the process had ended between the approval and the first story.
        var approved = new AssetCorrectionApproved(correction, new("user:sten", "Sten"), 0);
        await server.Services.GetRequiredService<IEventStore>().AppendAsync(
            new(id, "asset", ExpectedVersion.Exactly(2), [new(Guid.NewGuid(), approved, new("user:sten"))]), Cancel);

        await Eventually.IsTrueAsync(async () =>
            (await GetAsync($"/api/v1/stories/{story}")).GetRawText().Contains("The weir on Monday",
                StringComparison.Ordinal));
    }

    private static string Change(string from, string to) => Monday.Replace(from, to, StringComparison.Ordinal);

    private async Task<Guid> PublishAsync(string url, string caption)
    {
        var story = $$"""
            {"headline":"A story","language":"en","blocks":[
              {"type":"paragraph","text":"Words."},
              {"type":"image","url":"{{url}}","caption":"{{caption}}","credit":"Lena Orr"}]}
            """;
        using var response = await editor.PostAsync(
            "/api/v1/stories", new StringContent(story, Encoding.UTF8, "application/json"), Cancel);
        return (await AnswerAsync(response, 201)).GetProperty("id").GetGuid();
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, long? version, string body = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/assets/{path}".TrimEnd('/'));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");

        return await client.SendAsync(request, Cancel);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await editor.GetAsync(path, Cancel);
        return await AnswerAsync(response, 200);
    }

    private static int Number(JsonElement element, string member) => element.GetProperty(member).GetInt32();

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == (HttpStatusCode)status, $"{(int)response.StatusCode}: {body}");
        response.Dispose();
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task RefusedAsync(HttpResponseMessage response, int status, string code)
    {
        var problem = await AnswerAsync(response, status);
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
    }
}
