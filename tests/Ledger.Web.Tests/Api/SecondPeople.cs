using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

/// <summary>A minor fix that is more than style, from its proposal to the changelog.</summary>
public sealed class SecondPeople(WebServer server) : ApiTest(server)
{
    private const string Fix = """
        {"kind":"minor-fix","headline":"The bridge opens","language":"en",
         "blocks":[{"id":"b1","type":"paragraph","text":"The bridge cost 41 million crowns."}]}
        """;

    [Fact]
    public async Task Another_person_approves_it_and_the_changelog_says_so()
    {
        var story = await PublishAsync();
        using var response = await SendAsync(Editor, story, "fixes", Fix);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var fix = await ReadAsync(response);
        var address = response.Headers.Location!.OriginalString;
        Assert.Contains("number", fix.GetProperty("flags").EnumerateArray().Select(flag => Text(flag, "kind")));

        using var standards = await Server.ClientAsync(Role.Standards);
        await RefusedAsync(403, "not-allowed", () => PostAsync(Editor, address + "/approve"));
        using var approved = await PostAsync(standards, address + "/approve");
        Assert.Equal(HttpStatusCode.Created, approved.StatusCode);

        var newest = (await GetAsync($"/api/v1/stories/{story.Id}/changelog")).GetProperty("items")[0];
        Assert.True(newest.GetProperty("facts").GetProperty("secondPerson").GetBoolean());
        var text = Text(await GetAsync($"/api/v1/stories/{story.Id}"), "text");
        Assert.Equal("The bridge cost 41 million crowns.", text);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return client.SendAsync(request, Cancel);
    }
}
