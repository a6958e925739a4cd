using System.Text;
using System.Text.Json;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

public sealed class ReadingVerbs(CliLedger shared) : IClassFixture<CliLedger>
{
    private const string Odd = """
        {
          "headline": "<script>alert(1)</script>",
          "standfirst": "<b>&amp;</b>",
          "language": "en",
          "dateline": "<i>HERE</i>",
          "credits": [ { "role": "author", "name": "<a href=x>Ada</a>" } ],
          "blocks": [
            { "type": "paragraph", "text": "One\r\n<img src=x onerror=alert(2)>\t \r\n" },
            { "type": "paragraph", "text": "" },
            { "type": "quote", "text": "\"q\" & <p>", "speaker": "<s>" },
            { "type": "list", "items": ["<li>", ""] },
            { "type": "image", "url": "/a?x=\"y\"", "alt": "\" onload=\"alert(3)", "caption": "<c>", "credit": "<d>" },
            { "type": "paragraph", "text": "end\n" }
          ]
        }
        """;

    [Fact]
    public async Task Show_prints_the_body_to_the_byte()
    {
        var slug = await shared.PublishAsync(Odd);

        var ran = await shared.Program.DoneAsync("show", slug);

        Assert.Equal(
            "One\r\n<img src=x onerror=alert(2)>\t \r\n\n\n\n\n\"q\" & <p>\n\n<li>\n\n\n<c>\n\nend\n",
            Encoding.UTF8.GetString(ran.OutputBytes));
    }

    [Fact]
    public async Task A_page_shows_words_as_words_whatever_they_look_like()
    {
        var slug = await shared.PublishAsync(Odd);

        var page = (await shared.Program.DoneAsync("show", slug, "--format", "html")).Output;

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"&quot; onload=&quot;alert(3)\"", page, StringComparison.Ordinal);
        string[] tags = ["<script", "<b>", "<i>", "<a ", "<img src=x", "<s>", "<c>", "<d>", "<li></li><li>"];
        foreach (var tag in tags)
            Assert.DoesNotContain(tag, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_prints_a_state_by_its_number_or_its_time()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync(
            "correct", slug, "--class", "factual-error", "--wrong", "90", "--right", "80", "--note", "It was 80.");

        var first = await shared.Program.DoneAsync("show", slug, "--revision", "1");
        var then = await shared.Program.DoneAsync("show", slug, "--at", "2026-03-01T09:00:00+01:00");
        var second = await shared.Program.DoneAsync("show", slug, "--revision", "2");
        var now = await shared.Program.DoneAsync("show", slug);
        var last = await shared.Program.DoneAsync("show", slug, "--at-position", "1000000");

        Assert.Equal([Sample.Body, Sample.Body], [first.Output, then.Output]);
        Assert.Equal(now.Output, last.Output);
        Assert.Equal(Sample.Body.Replace("90", "80", StringComparison.Ordinal), now.Output);
        Assert.Equal(now.Output, second.Output);
    }

    [Fact]
    public async Task Show_as_an_answer_to_a_program_has_what_the_api_has()
    {
        var slug = await shared.PublishAsync();

        var answer = Json(await shared.Program.DoneAsync("show", slug, "--json"));

        Assert.Equal(
            (slug, 1L, 1, "published", Sample.Body, "Harbour wall gives way", 3),
            (answer.GetProperty("slug").GetString(), answer.GetProperty("version").GetInt64(),
                answer.GetProperty("revision").GetInt32(), answer.GetProperty("status").GetString(),
                answer.GetProperty("text").GetString(), answer.GetProperty("headline").GetString(),
                answer.GetProperty("blocks").GetArrayLength()));
    }

    [Theory]
    [InlineData("--revision", "9", "There is no revision 9; the story has 1 to 1.")]
    [InlineData("--revision", "0", "There is no revision 0; the story has 1 to 1.")]
    [InlineData("--at", "2026-03-01T07:59:59Z", "The story had not been published by that time.")]
    [InlineData("--at-position", "0", "The story had not been published by that time.")]
    public async Task A_state_that_is_not_there_is_refused(string option, string value, string sentence)
    {
        var slug = await shared.PublishAsync();

        var ran = await shared.Program.RunAsync("show", slug, option, value);

        Assert.Equal((3, "", sentence + "\n"), (ran.ExitCode, ran.Output, ran.Errors));
    }

    [Fact]
    public async Task History_lists_every_state_newest_first()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("headline", slug, "--text", "Old\u202e wall");

        var text = await shared.Program.DoneAsync("history", slug);
        var json = Json(await shared.Program.DoneAsync("history", slug, "--json"));

        Assert.StartsWith("2  ", text.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Old\uFFFD wall", text.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1  2026-03-01 08:00:00Z  First published", text.Lines[1], StringComparison.Ordinal);
        Assert.Equal([2, 1], json.EnumerateArray().Select(revision => revision.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Changelog_tells_what_changed_and_why()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync(
            "correct", slug, "--class", "factual-error", "--wrong", "90", "--right", "80", "--note", "It was 80.");

        var text = (await shared.Program.DoneAsync("changelog", slug)).Output;
        var json = Json(await shared.Program.DoneAsync("changelog", slug, "--json"));

        Assert.Contains("    It was 80.\n    Words: “90” became “80”\n", text, StringComparison.Ordinal);
        Assert.Equal("correction_issued", json[0].GetProperty("type").GetString());
        Assert.Equal("factual-error", json[0].GetProperty("facts").GetProperty("class").GetString());
    }

    [Fact]
    public async Task Diff_compares_two_states()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync(
            "correct", slug, "--class", "factual-error", "--wrong", "dawn", "--right", "dusk", "--note", "At dusk.");

        var sides = await shared.Program.DoneAsync("diff", slug, "1", "2");
        var words = await shared.Program.DoneAsync("diff", slug, "1", "2", "--words");
        var same = await shared.Program.DoneAsync("diff", slug, "2", "2");
        var json = Json(await shared.Program.DoneAsync("diff", slug, "1", "2", "--json"));

        Assert.Equal(
            "p1  Paragraph: changed\n  Text\n- The wall fell at dawn. It was 90 years old.\n"
            + "+ The wall fell at dusk. It was 90 years old.\n",
            sides.Output);
        Assert.Contains("The wall fell at [-dawn-]{+dusk+}. It was 90", words.Output, StringComparison.Ordinal);
        Assert.Equal("", same.Output);
        Assert.Equal("changed", json.GetProperty("blocks")[0].GetProperty("change").GetString());
    }

    [Fact]
    public async Task Blame_leads_each_phrase_to_the_change_behind_it()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync(
            "correct", slug, "--class", "factual-error", "--wrong", "dawn", "--right", "dusk", "--note", "At dusk.");

        var now = (await shared.Program.DoneAsync("blame", slug)).Output;
        var first = (await shared.Program.DoneAsync("blame", slug, "--revision", "1")).Output;
        var json = Json(await shared.Program.DoneAsync("blame", slug, "--json"));

        Assert.Contains(
            "\n  1  The wall fell at \n  2  dusk\n  1  . It was 90 years old.\n", now, StringComparison.Ordinal);
        Assert.Contains("Correction: wrong fact  At dusk.\n", now, StringComparison.Ordinal);
        Assert.Contains("\n  1  The wall fell at dawn. It was 90 years old.\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Correction", first, StringComparison.Ordinal);
        Assert.Equal(2, json.GetProperty("blocks")[0].GetProperty("fields")[0].GetProperty("phrases")[1]
            .GetProperty("revision").GetInt32());
        Assert.Contains(
            "revision 9", (await shared.Program.RunAsync("blame", slug, "--revision", "9")).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_where_the_log_and_each_read_model_stand()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("show", slug);
        var head = await shared.HeadAsync();

        var status = Json(await shared.Program.DoneAsync("status", "--json"));
        var text = await shared.Program.DoneAsync("status");

        Assert.Equal(head, status.GetProperty("position").GetInt64());
        Assert.Equal(head, status.GetProperty("events").GetInt64());
        Assert.True(status.GetProperty("logBytes").GetInt64() > 0);
        Assert.True(status.GetProperty("databaseBytes").GetInt64() > status.GetProperty("logBytes").GetInt64());
        Assert.Equal(
            [
                "story", "revision", "changelog", "correction", "slug", "policy", "report", "copy", "draft", "fix",
                "asset", "blame", "passage",
            ],
            status.GetProperty("readModels").EnumerateArray().Select(model => model.GetProperty("name").GetString()));
        Assert.All(
            status.GetProperty("readModels").EnumerateArray(),
            model => Assert.Equal(
                (head, 0), (model.GetProperty("position").GetInt64(), model.GetProperty("lag").GetInt64())));
        Assert.StartsWith($"Log at position {head}: {head} events in ", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_makes_the_read_models_anew()
    {
        var slug = await shared.PublishAsync();
        var before = await shared.Program.DoneAsync("show", slug, "--json");

        var all = await shared.Program.DoneAsync("rebuild");
        var one = await shared.Program.DoneAsync("rebuild", "slug");

        Assert.Equal(
            "Rebuilt: story, revision, changelog, correction, slug, policy, report, copy, draft, fix, asset, blame, "
            + "passage.\n",
            all.Output);
        Assert.Equal("Rebuilt: slug.\n", one.Output);
        Assert.Equal(before.Output, (await shared.Program.DoneAsync("show", slug, "--json")).Output);
    }

    private static JsonElement Json(Ran ran) => JsonDocument.Parse(ran.Output).RootElement;
}
