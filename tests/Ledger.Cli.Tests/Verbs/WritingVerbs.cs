using System.Text;
using System.Text.Json;
using Ledger.Cli.Tests.Running;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Tests.Verbs;

public sealed class WritingVerbs(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task Publish_prints_one_line_that_says_where_the_story_is()
    {
        var file = shared.Folder.Write("published.json", WithSlug("published-once"));

        var ran = await shared.Program.DoneAsync("publish", file);

        var line = JsonDocument.Parse(Assert.Single(ran.Lines)).RootElement;
        var recorded = await shared.LastEventAsync();
        Assert.Equal(
            (recorded.StreamId, "published-once", 1L, recorded.Position, true),
            (line.GetProperty("id").GetGuid(), line.GetProperty("slug").GetString(),
                line.GetProperty("version").GetInt64(), line.GetProperty("position").GetInt64(),
                line.GetProperty("changed").GetBoolean()));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), recorded.OccurredAt);
        Assert.Equal($"os:{Environment.UserName}", recorded.Metadata.Actor);
    }

    [Fact]
    public async Task Publishing_the_same_again_adds_nothing()
    {
        var slug = await shared.PublishAsync();
        var head = await shared.HeadAsync();

        var ran = await shared.Program.DoneAsync("publish", shared.Folder.PathOf($"{slug}.json"));

        Assert.Contains("\"version\":1,", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"changed\":false", ran.Output, StringComparison.Ordinal);
        Assert.Equal(head, await shared.HeadAsync());
    }

    [Fact]
    public async Task A_story_can_be_handed_in_on_the_standard_input()
    {
        var ran = await shared.Program.RunAsync(
            Encoding.UTF8.GetBytes("\uFEFF" + WithSlug("from-a-pipe")), "publish", "-");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        Assert.Contains("\"slug\":\"from-a-pipe\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_replaces_the_text()
    {
        var slug = await shared.PublishAsync();
        var file = shared.Folder.Write("revised.json", Sample.Story.Replace("dawn", "noon", StringComparison.Ordinal));

        var ran = await shared.Program.DoneAsync(
            "revise", slug, file, "--kind", "update", "--reason", "The time", "--if-version", "1");

        Assert.Contains("\"version\":2,", ran.Output, StringComparison.Ordinal);
        var revised = Assert.IsType<ArticleRevised>((await shared.LastEventAsync()).Data);
        Assert.Equal((RevisionKind.Update, "The time"), (revised.Kind, revised.Reason));
        var text = (await shared.Program.DoneAsync("show", slug)).Output;
        Assert.StartsWith("The wall fell at noon.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_show_prints_as_json_can_be_handed_in_again()
    {
        var slug = await shared.PublishAsync();
        var shown = await shared.Program.DoneAsync("show", slug, "--format", "json");

        var ran = await shared.Program.RunAsync(shown.OutputBytes, "revise", slug, "-", "--kind", "update");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        Assert.Contains("\"changed\":false", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_replaces_the_words_and_keeps_the_note()
    {
        var slug = await shared.PublishAsync();

        var ran = await shared.Program.DoneAsync(
            "correct", slug, "--class", "factual-error", "--wrong", "90", "--right", "80", "--field", "body",
            "--wrong", "dawn", "--right", "@dusk", "--note", "It was 80, and dusk.");

        var corrected = Assert.IsType<CorrectionIssued>((await shared.LastEventAsync()).Data);
        Assert.Equal(
            [new Claim("90", "80", ArticleField.Body), new("dawn", "@dusk", ArticleField.Body)], corrected.Claims);
        Assert.Contains($"\"correctionId\":\"{corrected.CorrectionId}\"", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "The wall fell at @dusk. It was 80 years old.", (await shared.Program.DoneAsync("show", slug)).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_may_take_words_out()
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync(
            "correct", slug, "--class", "clarification", "--wrong", " It was 90 years old.", "--right", "",
            "--note", "Its age is not known.");

        var text = (await shared.Program.DoneAsync("show", slug)).Output;
        Assert.StartsWith("The wall fell at dawn.\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--block", "q1", "Oda Lind", "Per Aune")]
    [InlineData("--block", "i1", "T. Reyl", "")]
    [InlineData("--credit", "author", "Ines Halloran", "Mats Ekberg")]
    [InlineData("--credit", "photographer", "", "T. Reyl")]
    public async Task Attribute_changes_who_it_is_credited_to(string what, string which, string from, string to)
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync(
            "attribute", slug, what, which, "--from", from, "--to", to, "--reason", "Checked with the desk");

        var changed = Assert.IsType<AttributionChanged>((await shared.LastEventAsync()).Data);
        Assert.Equal(
            (from, to, "Checked with the desk"), (changed.From ?? "", changed.To ?? "", changed.Reason));
        Assert.Equal(which, changed.BlockId ?? changed.Role.ToString()!.ToLowerInvariant());
    }

    [Fact]
    public async Task Caption_changes_the_caption_the_credit_or_both()
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync(
            "caption", slug, "--block", "i1", "--text", "The old wall", "--credit", "T. Reyl/Wire",
            "--reason", "Clearer");

        Assert.Equal(
            new CaptionEdited("i1", new("The wall", "The old wall"), new("T. Reyl", "T. Reyl/Wire"), "Clearer"),
            Assert.IsType<CaptionEdited>((await shared.LastEventAsync()).Data) with { Substance = null });
    }

    [Fact]
    public async Task Headline_changes_the_headline_and_takes_the_standfirst_away()
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync(
            "headline", slug, "--text", "Old wall falls", "--standfirst", "", "--reason", "Short");

        Assert.Equal(
            new HeadlineChanged(new("Harbour wall gives way", "Old wall falls"), new("Nobody was hurt", null), "Short"),
            Assert.IsType<HeadlineChanged>((await shared.LastEventAsync()).Data) with { Substance = null });
    }

    [Fact]
    public async Task Slug_moves_the_story_and_the_old_one_still_leads_to_it()
    {
        var slug = await shared.PublishAsync();

        var ran = await shared.Program.DoneAsync("slug", slug, $"{slug}-moved");

        Assert.Contains($"\"slug\":\"{slug}-moved\"", ran.Output, StringComparison.Ordinal);
        Assert.Equal(Sample.Body, (await shared.Program.DoneAsync("show", slug)).Output);
    }

    [Fact]
    public async Task A_story_is_retracted_withdrawn_and_reinstated()
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync("retract", slug, "--notice", "It cannot be relied upon.");
        var retracted = await shared.Program.RunAsync("show", slug);
        await shared.Program.DoneAsync("withdraw", slug, "--notice", "It should not be here.");
        await shared.Program.DoneAsync("reinstate", slug, "--notice", "It is right after all.");

        Assert.Equal(
            (0, Sample.Body, "The story is retracted: It cannot be relied upon.\n"),
            (retracted.ExitCode, retracted.Output, retracted.Errors));
        Assert.Equal(new ArticleReinstated("It is right after all."), (await shared.LastEventAsync()).Data);
        await shared.Program.DoneAsync("show", slug);
    }

    [Fact]
    public async Task A_story_is_removed_for_legal_reasons_with_its_basis()
    {
        var slug = await shared.PublishAsync();

        await shared.Program.DoneAsync(
            "remove", slug, "--notice", "A court forbade it.", "--basis", "court-order",
            "--blocked-by", "https://courts.example/17");
        var shown = await shared.Program.RunAsync("show", slug);
        var again = await shared.Program.RunAsync("remove", slug, "--notice", "Other.", "--basis", "privacy");
        var bad = await shared.Program.RunAsync("remove", slug, "--notice", "Other.", "--basis", "whim");

        Assert.Equal(
            new ArticleRemoved("A court forbade it.", RemovalBasis.CourtOrder, "https://courts.example/17"),
            (await shared.LastEventAsync()).Data);
        Assert.Contains("The story is removed: A court forbade it.", shown.Errors, StringComparison.Ordinal);
        Assert.Equal((3, 2), (again.ExitCode, bad.ExitCode));
        Assert.Contains("court-order, legal-claim, privacy, safety", bad.Errors, StringComparison.Ordinal);
        await shared.Program.DoneAsync("reinstate", slug, "--notice", "The order was lifted.");
    }

    private static string WithSlug(string slug) =>
        Sample.Story.Replace("\"language\"", $"\"slug\": \"{slug}\", \"language\"", StringComparison.Ordinal);
}
