using System.Text.Json;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Import;

public sealed class Importing
{
    [Fact]
    public async Task An_import_says_what_it_did_and_a_second_one_that_it_did_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);
        var file = folder.Write("set.jsonl.gz", RevisionFile.Packed(RevisionFile.Lines(articles: 3, revisions: 10)));

        var first = await program.DoneAsync("import", file, "--format", "revisions");
        var second = await program.DoneAsync("import", file, "--json");

        // Ten texts of which two repeat the one before, a new title and a new byline for each article.
        Assert.Equal(
            "30 lines of 3 articles: 30 events added.\n3 stories are new.\n"
            + "6 lines have the text of the one before, which makes no revision.\n6 lines changed nothing.\n",
            first.Output);
        var summary = JsonDocument.Parse(second.Output).RootElement;
        Assert.Equal(
            (30, 0, 27), (summary.GetProperty("lines").GetInt32(), summary.GetProperty("events").GetInt32(),
                summary.GetProperty("known").GetInt32()));
        Assert.Equal(30, await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_map_leads_from_each_line_to_its_text()
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);
        var file = folder.Write("set.jsonl", RevisionFile.Plain(RevisionFile.Lines(articles: 2, revisions: 7)));

        await program.DoneAsync("import", file, "--map", folder.PathOf("map.jsonl"), "--language", "de-AT");
        await program.DoneAsync("import", file, "--map", folder.PathOf("again.jsonl"));

        var map = await RevisionFile.ReadMapAsync(folder.PathOf("map.jsonl"));
        Assert.Equal(
            [1, 2, 4, 5, 5, 6, 8, 1, 2, 4, 5, 5, 6, 8], map.Select(line => line.LedgerRevision!.Value));
        Assert.Equal(map, await RevisionFile.ReadMapAsync(folder.PathOf("again.jsonl")));
        foreach (var line in map.Where(line => line.Article == "posts/article-002.md" && line.Revision is 1 or 5 or 7))
        {
            var shown = await program.DoneAsync("show", $"{line.Story}", "--revision", $"{line.LedgerRevision}");
            Assert.Equal(RevisionFile.Text(2, line.Revision), shown.Output);
        }

        Assert.Contains(
            "\"language\": \"de-AT\"", (await program.DoneAsync("show", "article-001", "--format", "json")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_file_adds_its_new_lines()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var program = new LedgerProgram(ledger.ConnectionString);
        await program.RunAsync(RevisionFile.Plain(RevisionFile.Lines(2, 4)), "import", "-");
        var head = await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken);

        var ran = await program.RunAsync(RevisionFile.Plain(RevisionFile.Lines(3, 6)), "import", "-", "--json");

        var summary = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal(
            (18, 1, 8), (summary.GetProperty("lines").GetInt32(), summary.GetProperty("newStories").GetInt32(),
                summary.GetProperty("known").GetInt32()));
        Assert.Equal(
            head + summary.GetProperty("events").GetInt32(),
            await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(RevisionFile.Text(2, 6), (await program.DoneAsync("show", "article-002")).Output);
    }

    [Fact]
    public async Task A_line_that_is_none_is_named_and_leaves_nothing_of_its_article()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var program = new LedgerProgram(ledger.ConnectionString);
        var lines = RevisionFile.Lines(3, 4).ToList();
        lines[6] = lines[6].Replace("\"revision\":3", "\"revision\":\"3\"", StringComparison.Ordinal);

        var ran = await program.RunAsync(RevisionFile.Plain(lines), "import", "-", "--json");

        var problem = JsonDocument.Parse(ran.Errors).RootElement;
        Assert.Equal((2, "", 7), (ran.ExitCode, ran.Output, problem.GetProperty("line").GetInt32()));
        Assert.Equal(3, (await program.RunAsync("show", "article-002")).ExitCode);
    }

    [Fact]
    public async Task A_line_that_a_rule_refuses_is_named()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var program = new LedgerProgram(ledger.ConnectionString);
        var lines = RevisionFile.Lines(1, 4).ToList();
        lines[2] = lines[2].Replace("It ends so", "It ends\\u0007", StringComparison.Ordinal);

        var ran = await program.RunAsync(RevisionFile.Plain(lines), "import", "-");

        Assert.Equal(
            (3, "", "Line 3: The field 'blocks[2].text' holds the control character U+0007 as character 8.\n"),
            (ran.ExitCode, ran.Output, ran.Errors));
        Assert.Equal(0, await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_gzip_file_that_is_cut_off_is_said_to_be()
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var packed = RevisionFile.Packed(RevisionFile.Lines(20, 20));
        var file = folder.Write("set.jsonl.gz", packed[..(packed.Length / 2)]);

        var ran = await new LedgerProgram(ledger.ConnectionString).RunAsync("import", file);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("The gzip file is damaged or cut off, in line ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_or_a_map_that_cannot_be_is_bad_usage()
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);
        var file = folder.Write("set.jsonl", RevisionFile.Plain(RevisionFile.Lines(1, 1)));

        var format = await program.RunAsync("import", file, "--format", "nonsense");
        var map = await program.RunAsync("import", file, "--map", "/no/such/folder/map.jsonl");

        Assert.Equal((2, 2), (format.ExitCode, map.ExitCode));
        Assert.Contains("'nonsense'", format.Errors, StringComparison.Ordinal);
        Assert.StartsWith(
            "The file '/no/such/folder/map.jsonl' cannot be written: ", map.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }
}
