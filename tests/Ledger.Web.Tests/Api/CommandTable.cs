using System.Globalization;
using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

/// <summary>
/// Every command on a story, in every state of it, by every role, through the API: what is done, and else the status
/// and the type of the problem. A story has one correction before it comes to its state.
/// </summary>
public sealed class CommandTable(WebServer server) : ApiTest(server)
{
    private const string Editors = """
        command   | absent              | published       | unsaid          | retracted           | withheld
        update    | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        minor-fix | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        correct   | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        amend     | 403 not-allowed     | 403 not-allowed | 403 not-allowed | 403 not-allowed     | 403 not-allowed
        unsay     | 403 not-allowed     | 403 not-allowed | 403 not-allowed | 403 not-allowed     | 403 not-allowed
        attribute | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        caption   | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        headline  | 404 story-not-found | done            | done            | 409 story-retracted | 409 story-*
        slug      | 404 story-not-found | done            | done            | done                | 409 story-*
        retract   | 404 story-not-found | done            | done            | nothing             | 409 story-*
        """;

    private const string Endings = """
        command, by          | published         | retracted       | withdrawn       | removed
        withdraw, editor     | done              | done            | nothing         | 409 story-removed
        withdraw, standards  | done              | done            | nothing         | 409 story-removed
        remove, editor       | 403 not-allowed   | 403 not-allowed | 403 not-allowed | 403 not-allowed
        remove, standards    | done              | done            | done            | nothing
        reinstate, editor    | 409 not-retracted | done            | done            | 403 not-allowed
        reinstate, standards | 409 not-retracted | done            | done            | done
        """;

    private const string Standards = """
        command | absent              | published | unsaid                   | retracted           | withheld
        update  | 404 story-not-found | done      | done                     | 409 story-retracted | 409 story-*
        correct | 404 story-not-found | done      | done                     | 409 story-retracted | 409 story-*
        amend   | 404 story-not-found | done      | 409 correction-withdrawn | 409 story-retracted | 409 story-*
        unsay   | 404 story-not-found | done      | nothing                  | 409 story-retracted | 409 story-*
        """;

    private const string Story = """
        "headline":"The bridge opens","slug":"the-bridge-{n}","language":"en","blocks":[
          {"type":"paragraph","id":"b1","text":"The bridge cost {cost} million crowns."},
          {"type":"quote","id":"b2","text":"It was worth it.","speaker":"Joren Pell"},
          {"type":"image","id":"b3","url":"https://pictures.example/bridge.jpg","caption":"The bridge at dusk"}]}
        """;

    private static readonly Dictionary<string, (string Path, string Body)> Commands = new()
    {
        ["update"] = ("revisions",
            """{"kind":"update","reason":"More.",""" + Story.Replace("{cost}", "at least 14")),
        ["minor-fix"] = ("revisions", """{"kind":"minor-fix",""" + Story.Replace("{cost}", "14 ")),
        ["correct"] = ("corrections",
            """{"class":"factual-error","wrong":"crowns","right":"marks","note":"It cost marks, not crowns."}"""),
        ["amend"] = ("corrections/{cid}/amend", """{"note":"It cost 14 million."}"""),
        ["unsay"] = ("corrections/{cid}/withdraw", """{"reason":"It was 40 million."}"""),
        ["attribute"] = ("attributions", """{"block":"b2","from":"Joren Pell","to":"Jora Pell","reason":"Hers."}"""),
        ["caption"] = ("captions", """{"block":"b3","text":"The bridge at noon","reason":"It was noon."}"""),
        ["headline"] = ("headline", """{"headline":"The bridge is there","reason":"Shorter."}"""),
        ["slug"] = ("slug", """{"slug":"bridge-{n}","reason":"Shorter."}"""),
        ["retract"] = ("retraction", """{"action":"retract","notice":"We do not stand by it."}"""),
        ["withdraw"] = ("retraction", """{"action":"withdraw","notice":"Not ours to publish."}"""),
        ["remove"] = ("retraction", """{"action":"remove","notice":"A court forbids it.","basis":"court-order"}"""),
        ["reinstate"] = ("retraction", """{"action":"reinstate","notice":"It was right."}"""),
    };

    private static int numbers;

    public static TheoryData<string, string, string, string> Cells() =>
    [
        .. From(Editors, "editor"), .. From(Standards, "standards"), .. From(Endings, role: null),
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_command_by_a_role_in_a_state_comes_to_this(
        string command, string role, string state, string expected)
    {
        var story = await StoryAsync(state);
        using var client = await Server.ClientAsync(Enum.Parse<Role>(role, ignoreCase: true));
        var before = await HeadAsync();

        using var answer = await AskAsync(client, story, command);

        var isDone = answer.StatusCode == HttpStatusCode.Created;
        var type = Text(await ReadAsync(answer), "type")?.Split('/')[^1];
        Assert.Equal(
            expected.Replace("*", state, StringComparison.Ordinal),
            isDone ? "done" : type is null ? "nothing" : $"{(int)answer.StatusCode} {type}");
        Assert.Equal(isDone, await HeadAsync() > before);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Role.Reader, 403)]
    [InlineData(Role.Auditor, 403)]
    [InlineData(Role.Admin, 403)]
    public async Task Whoever_edits_no_stories_commands_nothing_in_any_state(Role? role, int expected)
    {
        using var client = role is { } has ? await Server.ClientAsync(has) : Server.Client();
        foreach (var state in new[] { "absent", "published", "unsaid", "retracted", "withdrawn", "removed" })
        {
            var story = await StoryAsync(state);
            var before = await HeadAsync();
            foreach (var command in Commands.Keys)
            {
                using var answer = await AskAsync(client, story, command);
                Assert.True((int)answer.StatusCode == expected, $"{command} when {state}: {answer.StatusCode}");
            }

            Assert.Equal(before, await HeadAsync());
        }
    }

    private static IEnumerable<TheoryDataRow<string, string, string, string>> From(string table, string? role)
    {
        var rows = table.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        return
            from row in rows.Skip(1)
            let words = row[0].Split(", ")
            from column in Enumerable.Range(1, row.Length - 1)
            from state in rows[0][column] == "withheld" ? ["withdrawn", "removed"] : new[] { rows[0][column] }
            select new TheoryDataRow<string, string, string, string>(
                words[0], role ?? words[1], state, row[column]);
    }

    private async Task<Change> StoryAsync(string state)
    {
        if (state == "absent")
            return new(Guid.NewGuid(), "absent", 1, 0, 1, Changed: true, Guid.NewGuid());

        var story = await PublishAsync(Numbered("{" + Story.Replace("{cost}", "40")));
        var corrected = await ChangeAsync(story, "corrections", """
            {"class":"factual-error","wrong":"40 million","right":"14 million","note":"It cost 14 million, not 40."}
            """);
        var correction = corrected.CorrectionId;
        using var standards = await Server.ClientAsync(Role.Standards);
        var command = state switch
        {
            "unsaid" => "unsay",
            "retracted" => "retract",
            "withdrawn" => "withdraw",
            "removed" => "remove",
            _ => null,
        };
        if (command is null)
            return corrected;

        using var answer = await AskAsync(standards, corrected, command);
        return await ChangeOfAsync(answer, HttpStatusCode.Created) with { CorrectionId = correction };
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, Change story, string command)
    {
        var (path, body) = Commands[command];
        return SendAsync(
            client, story, path.Replace("{cid}", $"{story.CorrectionId}", StringComparison.Ordinal), Numbered(body));
    }

    private static string Numbered(string body) => body.Replace(
        "{n}", Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
