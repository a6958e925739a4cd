using Ledger.Application.Import;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Import;

/// <summary>Revisions of formats that know more than headline and text.</summary>
public sealed class RichRevisions
{
    private static readonly Block Picture = new()
    {
        Id = "",
        Type = BlockType.Image,
        Url = "https://w.example/wall.jpg",
        Caption = "The wall",
        Credit = "Tomas Reyl",
    };

    private static readonly Block Text = new() { Id = "", Type = BlockType.Paragraph, Text = "One." };

    private static readonly SourceDetail Detail = new(
        [Picture, Text], [new(CreditRole.Author, "Ines"), new(CreditRole.Agency, "Northern Wire")], "Coast", "ELLERY");

    [Fact]
    public async Task The_first_becomes_a_story_with_all_that_it_says()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await ledger.ImportedAsync(Rich(1, Detail) with { Language = "de" });

        var article = (await ledger.StoryAsync()).Article;
        Assert.Equal(("de", "Coast", "ELLERY"), (article.Language, article.Section, article.Dateline));
        Assert.Equal(Detail.Credits, article.Credits);
        Assert.Equal([Picture with { Id = "b1" }, Text with { Id = "b2" }], article.Blocks);
    }

    [Fact]
    public async Task A_caption_and_a_credit_that_change_are_events_of_their_own()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var summary = await ledger.ImportedAsync(Rich(1, Detail), Rich(2, Detail with
        {
            Blocks = [Picture with { Caption = "The harbour wall" }, Text],
            Credits = [new(CreditRole.Author, "Una"), new(CreditRole.Agency, "Northern Wire")],
        }));

        Assert.Equal(
            [
                new AttributionChanged(CreditRole.Author, null, "Ines", "Una", "A change"),
                new CaptionEdited("b1", new("The wall", "The harbour wall"), null, "A change"),
            ],
            (await ledger.LogAsync()).Skip(1).Select(recorded => recorded.Data));
        Assert.Equal((3, 2), (summary.Events, summary.Lines));
    }

    [Fact]
    public async Task A_text_a_section_and_a_dateline_that_change_are_one_revision()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var now = new SourceDetail([Text with { Text = "Two." }, Picture], Detail.Credits, "Harbour", null);

        await ledger.ImportedAsync(Rich(1, Detail), Rich(2, now));

        Assert.Equal([("story_published", 1), ("article_revised", 2)], await ledger.TypesAsync());
        var article = (await ledger.StoryAsync()).Article;
        Assert.Equal(("Harbour", null, "Two.\n\nThe wall"), (article.Section, article.Dateline, article.ToBodyText()));
        Assert.Equal("b1", article.Blocks[1].Id);
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_a_later_version_only_what_is_new()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.ImportedAsync(Rich(1, Detail));
        var later = Rich(2, Detail with { Section = "Harbour" });

        Assert.Equal(0, (await ledger.ImportedAsync(Rich(1, Detail))).Events);
        Assert.Equal(1, (await ledger.ImportedAsync(later)).Events);
        Assert.Equal(0, (await ledger.ImportedAsync(later)).Events);
        Assert.Equal(0, (await ledger.ImportedAsync(Rich(3, Detail with { Section = "Harbour" }))).Events);
    }

    [Fact]
    public async Task What_editors_changed_stays_where_the_source_did_not()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.ImportedAsync(Rich(1, Detail));
        await ledger.DoneAsync(new ChangeAttribution(CreditRole.Translator, null, null, "Ada Quill", "We forgot her.")
        { Story = "wall", Actor = TestLedger.Editor });

        await ledger.ImportedAsync(Rich(1, Detail), Rich(2, Detail with { Dateline = null }));

        var article = (await ledger.StoryAsync()).Article;
        Assert.Null(article.Dateline);
        Assert.Contains(new(CreditRole.Translator, "Ada Quill"), article.Credits);
    }

    [Fact]
    public async Task What_its_source_has_cancelled_is_withdrawn_and_comes_back_with_a_later_version()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var gone = Rich(2, new([], [], null, null)) with { IsCancelled = true, Text = "" };

        await ledger.ImportedAsync(Rich(1, Detail), gone);
        Assert.Equal([("story_published", 1), ("article_withdrawn", 2)], await ledger.TypesAsync());
        await ledger.ImportedAsync(gone, gone with { Revision = 3 }, Rich(4, Detail));

        Assert.Equal(
            [("story_published", 1), ("article_withdrawn", 2), ("article_reinstated", 4)], await ledger.TypesAsync());
        Assert.Equal("The wall\n\nOne.", (await ledger.StoryAsync()).Article.ToBodyText());
    }

    [Fact]
    public async Task What_was_never_here_cannot_be_withdrawn()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var map = new List<ImportedLine>();

        var summary = await ledger.ImportedAsync([Rich(1, Detail) with { IsCancelled = true }], map);

        Assert.Equal((0, 1), (summary.Events, summary.Unchanged));
        Assert.Null(Assert.Single(map).LedgerRevision);
    }

    private static SourceRevision Rich(int revision, SourceDetail detail) =>
        ImportGiven.Line(revision, string.Join("\n\n", detail.Blocks.Select(block => block.ToBodyText()))) with
        {
            Detail = detail,
        };
}
