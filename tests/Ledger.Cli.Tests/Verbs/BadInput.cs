using System.Text;
using System.Text.Json;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>What cannot be done: an exit code that says why, one sentence, and nothing written.</summary>
public sealed class BadInput(CliLedger shared) : IClassFixture<CliLedger>
{
    private const string Head = "{\"headline\":\"H\",\"language\":\"en\",\"blocks\":[";

    public static TheoryData<string, int, string> Stories { get; } = new()
    {
        { "{\"headline\":\"H\",\n \"blocks\": nonsense}", 2, "in line 2, column 13." },
        { "{\"headlin\":\"H\"}", 2, "The member 'headlin' is not known here, in line 1, column 2." },
        { "", 2, "There is no JSON in it, in line 1, column 1." },
        { "{\"headline\":" + Repeated("[", 5_000), 2,
            "'headline' must be a text, but this is an array, in line 1, column 13." },
        { Head + "]}", 3, "A story needs at least one block." },
        { Head + "{\"id\":\"a\",\"type\":\"note\",\"text\":\"x\"},{\"id\":\"a\",\"type\":\"note\",\"text\":\"y\"}]}", 3,
            "The block id 'a' in 'blocks[1].id' is taken by an earlier block." },
        { Head + "{\"type\":\"paragraph\",\"text\":\"a\\u0000b\"}]}", 3,
            "The field 'blocks[0].text' holds the control character U+0000 as character 2." },
        { Head + "{\"type\":\"image\",\"url\":\"javascript:alert(1)\"}]}", 3,
            "The field 'blocks[0].url' must start with 'https://', 'http://' or '/'." },
        { Head + Repeated("{\"type\":\"note\",\"text\":\"x\"},", 99_999) + "{\"type\":\"note\",\"text\":\"x\"}]}", 3,
            "There are 100000 blocks; 10000 are allowed." },
        { Head + "{\"type\":\"paragraph\",\"text\":\"" + new string('x', 20_000_000) + "\"}]}", 3,
            "The field 'blocks[0].text' has 20000000 characters; 1000000 are allowed." },
    };

    [Theory]
    [MemberData(nameof(Stories), DisableDiscoveryEnumeration = true)]
    public async Task A_story_that_is_none_is_not_published(string json, int exitCode, string sentence)
    {
        await NothingIsWrittenAsync(exitCode, sentence, "publish", shared.Folder.Write("bad.json", json));
    }

    [Fact]
    public async Task Invalid_utf8_is_refused_with_its_place()
    {
        byte[] json = [.. Encoding.UTF8.GetBytes("{\"headline\":\n\"caf"), 0xe9, .. Encoding.UTF8.GetBytes("\"}")];

        await NothingIsWrittenAsync(
            2, "The text is not UTF-8, in line 2, column 5.", "publish", shared.Folder.Write("latin.json", json));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_file_is_bad_usage()
    {
        await NothingIsWrittenAsync(2, "There is no file 'no-such.json'.", "publish", "no-such.json");
        await NothingIsWrittenAsync(2, "The file '/' cannot be read: it is a folder.", "publish", "/");
    }

    [Fact]
    public async Task A_slug_that_is_taken_is_refused()
    {
        var slug = await shared.PublishAsync();
        var other = "{\"slug\":\"" + slug + "\"," + Head[1..] + "{\"type\":\"note\",\"text\":\"x\"}]}";

        await NothingIsWrittenAsync(
            3, $"The slug '{slug}' belongs to another story.", "publish", shared.Folder.Write("other.json", other));
    }

    [Fact]
    public async Task A_correction_that_does_not_hold_is_refused()
    {
        var slug = await shared.PublishAsync();
        string[] correct = ["correct", slug, "--class", "factual-error"];

        await NothingIsWrittenAsync(3, "A correction needs a public note.",
            [.. correct, "--wrong", "90", "--right", "80", "--note", " "]);
        await NothingIsWrittenAsync(3, "The words 'nine whales' are not in the article.",
            [.. correct, "--wrong", "nine whales", "--right", "ten whales", "--note", "Whales."]);
        await NothingIsWrittenAsync(3,
            "The words '90' are not in the field that was asked for; they stand in body (p1).",
            [.. correct, "--wrong", "90", "--right", "80", "--field", "headline", "--note", "It was 80."]);
        await NothingIsWrittenAsync(2, "Each --wrong needs its --right.",
            [.. correct, "--wrong", "90", "--note", "It was 80."]);
        await NothingIsWrittenAsync(2, "'update' is no class; it must be one of factual-error,",
            ["correct", slug, "--class", "update", "--wrong", "90", "--right", "80", "--note", "It was 80."]);
        await NothingIsWrittenAsync(2, "'text' is no field; it must be one of headline, standfirst, body,",
            [.. correct, "--wrong", "90", "--right", "80", "--field", "text", "--note", "It was 80."]);
    }

    [Fact]
    public async Task A_change_that_is_half_asked_for_is_bad_usage()
    {
        await NothingIsWrittenAsync(2, "Name either --block ID or --credit ROLE.",
            "attribute", "s", "--from", "A", "--to", "B", "--reason", "x");
        await NothingIsWrittenAsync(2, "Name at least one of --from and --to.",
            "attribute", "s", "--block", "q1", "--reason", "x");
        await NothingIsWrittenAsync(2, "Name at least one of --text and --credit.",
            "caption", "s", "--block", "i1", "--reason", "x");
        await NothingIsWrittenAsync(2, "Name at least one of --text and --standfirst.", "headline", "s");
        await NothingIsWrittenAsync(2, "Option '--kind' is required; see 'ledger revise --help'.", "revise", "s", "f");
        await NothingIsWrittenAsync(2, "Name one of --revision N, --at TIME and --at-position P.",
            "show", "s", "--revision", "1", "--at", "2026-03-01T08:00:00Z");
        await NothingIsWrittenAsync(2, "--at must be a time such as 2026-03-01T08:00:00Z, with its offset",
            "show", "s", "--at", "yesterday");
        await NothingIsWrittenAsync(2, "'frobnicate' is not known here; see 'ledger --help'.", "frobnicate");
        await NothingIsWrittenAsync(2, "Required command was not provided; see 'ledger --help'.");
        await NothingIsWrittenAsync(2, "'nonsense' is no read model; there are story, ", "rebuild", "nonsense");
    }

    [Theory]
    [InlineData("retract", "--notice", "x")]
    [InlineData("show")]
    [InlineData("history")]
    [InlineData("changelog")]
    [InlineData("diff", "1", "2")]
    [InlineData("blame")]
    public async Task A_story_that_is_not_there_is_refused(string verb, params string[] more) =>
        await NothingIsWrittenAsync(3, "There is no story of that id or slug.", [verb, "no-such-story", .. more]);

    [Fact]
    public async Task A_version_that_has_moved_on_is_a_conflict()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("headline", slug, "--text", "Old wall falls");
        string[] late = ["headline", slug, "--text", "The wall fell", "--if-version", "1"];

        await NothingIsWrittenAsync(4, "The story is at version 2, not at 1: look at it again.", late);
        var ran = await shared.Program.RunAsync([.. late, "--json"]);

        var problem = JsonDocument.Parse(ran.Errors).RootElement;
        Assert.Equal(
            ("/problems/stale-version", 412, 1, 2),
            (problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32(),
                problem.GetProperty("expected").GetInt32(), problem.GetProperty("actual").GetInt32()));
    }

    [Fact]
    public async Task An_error_is_problem_json_where_that_is_asked_for()
    {
        var file = shared.Folder.Write("bad.json", "{\"headline\":\n1}");

        var invalid = Json(await shared.Program.RunAsync("publish", file, "--json"));
        var refused = Json(await shared.Program.RunAsync("--json", "show", "no-such-story"));

        Assert.Equal(
            ("/problems/invalid-json", 400, 2, 1),
            (invalid.GetProperty("type").GetString(), invalid.GetProperty("status").GetInt32(),
                invalid.GetProperty("line").GetInt32(), invalid.GetProperty("column").GetInt32()));
        Assert.Equal(
            "'headline' must be a text, but this is a number, in line 2, column 1.",
            invalid.GetProperty("detail").GetString());
        Assert.Equal(
            ("/problems/story-not-found", 404),
            (refused.GetProperty("type").GetString(), refused.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Limits_can_be_set()
    {
        var program = new LedgerProgram(shared.Ledger.ConnectionString).With("LEDGER_LIMIT_BLOCKS", "2");
        var file = shared.Folder.Write("three.json", Sample.Story);

        var ran = await program.RunAsync("publish", file);
        var wrong = await program.With("LEDGER_LIMIT_BLOCKS", "many").RunAsync("publish", file);

        Assert.Equal((3, "There are 3 blocks; 2 are allowed.\n"), (ran.ExitCode, ran.Errors));
        Assert.Equal(
            (2, "LEDGER_LIMIT_BLOCKS must be a whole number above 0, but is 'many'.\n"),
            (wrong.ExitCode, wrong.Errors));
    }

    [Theory]
    [InlineData("oracle", "LEDGER_STORE must be npgsql or marten, but is 'oracle'.\n")]
#if !CRITTER_STACK
    [InlineData(
        "marten", "LEDGER_STORE is 'marten', which this build does not have: build it with CritterStack=true.\n")]
#endif
    public async Task A_store_that_is_not_there_is_bad_usage(string store, string sentence)
    {
        var program = new LedgerProgram(shared.Ledger.ConnectionString).With("LEDGER_STORE", store);

        foreach (var verb in new[] { "status", "serve" })
        {
            var ran = await program.RunAsync(verb);
            Assert.Equal((2, sentence), (ran.ExitCode, ran.Errors));
        }
    }

    [Theory]
    [InlineData("always", "LEDGER_WOLVERINE must be on, off, events or commands, but is 'always'.\n")]
#if !CRITTER_STACK
    [InlineData(
        "on", "LEDGER_WOLVERINE is 'on', but this build does not have Wolverine: build it with CritterStack=true.\n")]
#endif
    public async Task A_use_of_Wolverine_that_is_not_there_is_bad_usage(string use, string sentence)
    {
        var program = new LedgerProgram(shared.Ledger.ConnectionString).With("LEDGER_WOLVERINE", use);

        var ran = await program.RunAsync("serve");

        Assert.Equal((2, sentence), (ran.ExitCode, ran.Errors));
    }

    [Theory]
    [InlineData("Host=/no/such/folder;Username=x;Database=y", 5, "The database cannot be reached: ")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Database=y;Timeout=2", 5, "The database cannot be reached: ")]
    [InlineData("Nonsense=1", 2, "The connection string of LEDGER_DATABASE cannot be read: ")]
    [InlineData("Database=x", 2, "The connection string of LEDGER_DATABASE names no host.")]
    public async Task A_database_that_cannot_be_reached_is_said_so(string connection, int exitCode, string sentence)
    {
        var ran = await new LedgerProgram(connection).RunAsync("show", "x");

        Assert.Equal((exitCode, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith(sentence, ran.Errors, StringComparison.Ordinal);
        Assert.Single(ran.Errors.TrimEnd('\n').Split('\n'));
    }

    private async Task NothingIsWrittenAsync(int exitCode, string sentence, params string[] arguments)
    {
        var head = await shared.HeadAsync();

        var ran = await shared.Program.RunAsync(arguments);

        Assert.Equal((exitCode, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(sentence, ran.Errors, StringComparison.Ordinal);
        Assert.Single(ran.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal(head, await shared.HeadAsync());
    }

    private static JsonElement Json(Ran ran) => JsonDocument.Parse(ran.Errors).RootElement;

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times)
        .Insert(0, text, times).ToString(0, text.Length * times);
}
