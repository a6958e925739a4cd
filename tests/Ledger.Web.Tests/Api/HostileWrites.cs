using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

/// <summary>
/// Every text of every body that changes stories, copies and pictures is replaced by each hostile one: it is refused
/// with a sentence, or stored, and then the log has it as it was typed. Nothing breaks.
/// </summary>
public sealed class HostileWrites(WebServer server) : ApiTest(server)
{
    private const string Story = """
        "headline":"The bridge","slug":"the-bridge","standfirst":"It is open","section":"Towns","language":"en",
        "dateline":"NORVALE","publishedAt":"2026-03-01T08:00:00Z","credits":[{"role":"author","name":"Mira Vance"}],
        "blocks":[{"type":"paragraph","id":"b1","text":"It cost 40 million crowns."},
          {"type":"quote","id":"b2","text":"It was worth it.","speaker":"Joren Pell"},
          {"type":"image","id":"b3","url":"https://pictures.example/b.jpg","alt":"A bridge","caption":"At dusk",
           "credit":"Lena Orr"},
          {"type":"list","id":"b4","items":["One","Two"]},{"type":"note","id":"b5","text":"A note."}]}
        """;

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["stories"] = "{" + Story,
        ["stories/{id}/revisions"] = """{"kind":"update","reason":"More came in.",""" + Story,
        ["stories/{id}/fixes"] = """{"kind":"minor-fix","reason":"A slip.",""" + Story,
        ["stories/{id}/corrections"] = """
            {"class":"factual-error","note":"It cost 14 million.","draft":true,
             "claims":[{"wrong":"40 million","right":"14 million","field":"body"}]}
            """,
        ["stories/{id}/attributions"] = """{"block":"b2","from":"Joren Pell","to":"Jora Pell","reason":"Hers."}""",
        ["stories/{id}/captions"] = """{"block":"b3","text":"At noon","credit":"Lena Ort","reason":"Noon."}""",
        ["stories/{id}/headline"] = """{"headline":"The bridge is open","standfirst":"At last","reason":"Shorter."}""",
        ["stories/{id}/slug"] = """{"slug":"bridge","reason":"Shorter."}""",
        ["stories/{id}/retraction"] = """{"action":"retract","notice":"We do not stand by it."}""",
        ["stories/{id}/copies"] = """
            {"kind":"translation","publisher":"La Norvale","language":"fr","address":"https://fr.example/pont"}
            """,
        ["assets"] = """
            {"url":"https://pictures.example/new.jpg","caption":"At dusk","credit":"Lena Orr","alt":"A bridge",
             "source":"A wire"}
            """,
    };

    public static TheoryData<string> Addresses() => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_hostile_text_is_refused_or_comes_back_as_it_was_typed(string address)
    {
        var stored = 0;
        foreach (var path in Paths(JsonNode.Parse(Bodies[address])!))
        {
            foreach (var text in HostileTexts.All)
                stored += await SendAsync(address, path, text) ? 1 : 0;
        }

        // Whatever an address is for, some text of it is free.
        Assert.True(stored >= HostileTexts.All.Count - 1, $"{address} stored {stored} of them.");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_text_of_a_megabyte_breaks_nothing(string address)
    {
        var paths = Paths(JsonNode.Parse(Bodies[address])!).ToList();
        var stored = new List<string>();
        foreach (var path in paths)
        {
            if (await SendAsync(address, path, new string('x', 1_000_000)))
                stored.Add(path);
        }

        // A paragraph may be that long, and the words that stand in it; what is a line may not.
        Assert.All(stored, path => Assert.Matches(@"\.(text|items\[\d\]|wrong|right)$", path));
    }

    private async Task<bool> SendAsync(string address, string path, string text)
    {
        var story = await PublishAsync("{" + Unique(Story));
        var body = JsonNode.Parse(Unique(Bodies[address]))!;
        Put(body, path, text);
        var before = await HeadAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/api/v1/{address.Replace("{id}", $"{story.Id}", StringComparison.Ordinal)}");
        request.Content = Json(body.ToJsonString());
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await Editor.SendAsync(request, Cancel);

        Assert.True(
            answer.StatusCode < HttpStatusCode.InternalServerError, $"{path} = {text}: {(int)answer.StatusCode}");
        if (!answer.IsSuccessStatusCode)
        {
            Assert.False(string.IsNullOrWhiteSpace(Text(await ReadAsync(answer), "title")));
            Assert.Equal(before, await HeadAsync());
            return false;
        }

        // A repeated or meaningless change adds nothing, and what is added has the text.
        return await HeadAsync() > before && await LogHasAsync(before, text, path);
    }

    private async Task<bool> LogHasAsync(long before, string text, string path)
    {
        using var auditor = await Server.ClientAsync(Role.Auditor);
        var events = await auditor.GetStringAsync($"/api/v1/events?after={before}", Cancel);
        var texts = events.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => Texts(JsonNode.Parse(line)!)).ToList();
        Assert.True(texts.Exists(one => one.Contains(text, StringComparison.Ordinal)), $"{path} = {text}: {events}");
        return true;
    }

    private static string Unique(string body) =>
        body.Replace("\"the-bridge\"", $"\"bridge-{Guid.NewGuid():N}\"", StringComparison.Ordinal)
            .Replace("/new.jpg", $"/{Guid.NewGuid():N}.jpg", StringComparison.Ordinal)
            .Replace("\"bridge\"", $"\"bridge-{Guid.NewGuid():N}\"", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is { } value ? Texts(value) : []),
        JsonArray items => items.SelectMany(item => item is null ? [] : Texts(item)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value!)),
        JsonArray items => items.SelectMany(item => Paths(item!)),
        _ when node.GetValueKind() == JsonValueKind.String => [node.GetPath()],
        _ => [],
    };

    private static void Put(JsonNode body, string path, string text) =>
        Leaves(body).Single(leaf => leaf.GetPath() == path).ReplaceWith(text);

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}
