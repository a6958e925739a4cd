using Ledger.Application.Import;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Import;

public sealed class LinesBecomeEvents
{
    [Fact]
    public async Task The_first_line_becomes_a_story_in_the_name_of_its_source()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await ledger.ImportedAsync(
            ImportGiven.Line(1, "One.\n\nTwo.") with { Summary = "In short", Byline = "Ada, Ben" });

        var recorded = Assert.Single(await ledger.LogAsync());
        Assert.Equal(
            new StoryPublished("wall", new()
            {
                Headline = "The wall",
                Standfirst = "In short",
                Language = "en",
                Credits = [new(CreditRole.Author, "Ada, Ben")],
                Blocks =
                [
                    new() { Id = "b1", Type = BlockType.Paragraph, Text = "One." },
                    new() { Id = "b2", Type = BlockType.Paragraph, Text = "Two." },
                ],
            }),
            recorded.Data);
        Assert.Equal(
            ("import:example/site", "Ada", "os:deploy", ImportGiven.Noon.AddHours(1), 1),
            (recorded.Metadata.Actor, recorded.Metadata.ActorName, recorded.Metadata.CausationId,
                recorded.Metadata.ClaimedAt, recorded.Metadata.ImportedRevision));
    }

    [Fact]
    public async Task Each_field_that_changes_is_an_event_and_the_text_comes_last()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var first = ImportGiven.Line(1, "One.") with { Summary = "Short", Byline = "Ada" };

        await ledger.ImportedAsync(first, ImportGiven.Line(2, "Two.") with
        {
            Title = "The old wall",
            Summary = "Shorter",
            Byline = "Ben",
            Comment = "All of it",
        });

        var events = (await ledger.LogAsync()).Select(recorded => recorded.Data).ToList();
        Assert.Equal(
            [
                new HeadlineChanged(new("The wall", "The old wall"), null, "All of it"),
                new HeadlineChanged(null, new("Short", "Shorter"), "All of it"),
                new AttributionChanged(CreditRole.Author, null, "Ada", "Ben", "All of it"),
            ],
            events[1..4]);
        var revised = Assert.IsType<ArticleRevised>(Assert.Single(events[4..]));
        Assert.Equal((RevisionKind.Update, "All of it"), (revised.Kind, revised.Reason));
        Assert.Equal("Two.", Assert.Single(revised.Change.Blocks!).Text);
    }

    [Fact]
    public async Task A_line_of_which_one_field_changed_is_one_event()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var first = ImportGiven.Line(1, "One.");

        await ledger.ImportedAsync(
            first,
            first with { Revision = 2, Byline = "Ada", Comment = "" },
            first with { Revision = 3, Byline = "Ada", Summary = "Short" },
            first with { Revision = 4, Summary = "Short" },
            first with { Revision = 5, Summary = " " });

        Assert.Equal(
            [
                ("story_published", 1), ("attribution_changed", 2), ("headline_changed", 3),
                ("attribution_changed", 4), ("headline_changed", 5),
            ],
            await ledger.TypesAsync());
        var story = await ledger.StoryAsync();
        Assert.Equal((5, null, 0), (story.Revision, story.Article.Standfirst, story.Article.Credits.Count));
    }

    [Fact]
    public async Task A_title_that_is_not_there_keeps_the_one_before()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var line = ImportGiven.Line(1, "One.");

        await ledger.ImportedAsync(
            line, line with { Revision = 2, Title = null }, line with { Revision = 3, Title = "" });

        Assert.Equal([("story_published", 1)], await ledger.TypesAsync());
    }

    [Fact]
    public async Task Without_any_title_the_headline_is_the_last_part_of_the_article()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await ledger.ImportedAsync(ImportGiven.Line(1, "One.") with { Title = null });

        Assert.Equal("wall.md", (await ledger.StoryAsync()).Article.Headline);
    }

    [Fact]
    public async Task Odd_fields_are_kept_exactly()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await ledger.ImportedAsync(ImportGiven.Line(1, "") with
        {
            Title = "  \n The “wall” &amp; <b>more</b>\t",
            Summary = "\r\nShort ",
            Byline = " Ada ",
        });

        var article = (await ledger.StoryAsync()).Article;
        Assert.Equal(
            ("  \n The “wall” &amp; <b>more</b>\t", "\r\nShort ", " Ada "),
            (article.Headline, article.Standfirst, article.Credits[0].Name));
        Assert.Equal("", Assert.Single(article.Blocks).Text);
    }

    [Fact]
    public async Task A_text_is_given_back_to_the_byte()
    {
        string[] texts =
        [
            "One.\n\nTwo.", "", "\n", "\n\n", "\n\n\n", "\n\n\n\n", "a\n\n\nb", "\n\na\n\n", "a\r\n\r\nb\r\n",
            " a \n\n\t",
            "one\n\none\n\none", "\uFEFFa\u200b\n\n\u202eb", "---\ntitle: \"x\"\n---\n\n{{< ref >}}\n", "😀\n\n𝒳",
        ];
        await using var ledger = await TestLedger.CreateAsync();
        var map = new List<ImportedLine>();

        await ledger.ImportedAsync(texts.Select((text, i) => ImportGiven.Line(i + 1, text)), map);

        var stored = await ledger.TextsAsync();
        Assert.Equal(texts, map.Select(line => stored[(line.Story, line.LedgerRevision!.Value)]));
    }
}
