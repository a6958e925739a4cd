using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class RevisingTests
{
    private const string Wall = "The harbour wall gave way on Sunday, and 40 boats broke loose.";
    private const string Fine = "The town was fined £5m in 2019 for neglecting the wall.";

    private static readonly StoryPublished Short =
        new("wall", With(Paragraph("b1", Wall), Paragraph("b2", Fine)) with { Standfirst = null });

    [Fact]
    public void Only_what_changed_is_recorded() => new Given(Short)
        .When(Revise(Short.Article with { Section = "News" }, "Moved to news."))
        .Then(new ArticleRevised(RevisionKind.Update, "Moved to news.", new() { Section = new("Coast", "News") }));

    [Fact]
    public void Blocks_without_an_id_continue_those_that_are_there() => new Given(Short)
        .When(Revise(Blocks("", "Ferries do not sail.", "", Fine.Replace("2019", "2018"), "", Wall)))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Order = ["b3", "b2", "b1"],
            Blocks = [Paragraph("b3", "Ferries do not sail."), Paragraph("b2", Fine.Replace("2019", "2018"))],
        }));

    [Fact]
    public void A_block_that_is_named_is_not_continued_by_another() => new Given(Short)
        .When(Revise(Blocks("b1", "Something else.", "", Wall)))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Order = ["b1", "b3"],
            Blocks = [Paragraph("b1", "Something else."), Paragraph("b3", Wall)],
        }));

    [Fact]
    public void An_id_that_was_given_once_is_not_given_again() => new Given(
            Short, new ArticleRevised(RevisionKind.Update, null, new() { Order = ["b1"] }))
        .When(Revise(Blocks("b1", Wall, "", "Ferries do not sail.")))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Order = ["b1", "b3"],
            Blocks = [Paragraph("b3", "Ferries do not sail.")],
        }));

    [Fact]
    public void A_new_order_alone_is_a_revision() => new Given(Short)
        .When(Revise(Blocks("", Fine, "", Wall)))
        .Then(new ArticleRevised(RevisionKind.Update, null, new() { Order = ["b2", "b1"] }));

    [Fact]
    public void A_block_keeps_its_id_when_it_becomes_a_heading() => new Given(Short)
        .When(Revise(Short.Article with
        {
            Blocks = [Paragraph("", Wall) with { Type = BlockType.Heading }, Paragraph("", Fine)],
        }))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Blocks = [Paragraph("b1", Wall) with { Type = BlockType.Heading }],
        }));

    [Fact]
    public void A_picture_is_known_by_its_file() => new Given(Published)
        .When(Revise(Harbour with
        {
            Blocks =
            [
                .. Harbour.Blocks.Take(3),
                new() { Id = "", Type = BlockType.Image, Url = "https://example.org/wall.jpg", Caption = "Monday" },
                Harbour.Blocks[4],
            ],
        }))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Blocks =
            [
                new() { Id = "b4", Type = BlockType.Image, Url = "https://example.org/wall.jpg", Caption = "Monday" },
            ],
        }));

    [Fact]
    public void Credits_are_recorded_whole() => new Given(Short)
        .When(Revise(Short.Article with { Credits = [new(CreditRole.Agency, "Northern Wire")] }))
        .Then(new ArticleRevised(RevisionKind.Update, null, new()
        {
            Credits = [new(CreditRole.Agency, "Northern Wire")],
        }));

    [Fact]
    public void A_minor_fix_is_recorded_as_one() => new Given(Short)
        .When(new StoryCommand.Revise(Blocks("b1", Wall, "b2", Fine + " "), RevisionKind.MinorFix, " "))
        .Then(new ArticleRevised(RevisionKind.MinorFix, null, new() { Blocks = [Paragraph("b2", Fine + " ")] }));

    [Fact]
    public void The_same_article_adds_nothing_with_its_ids_or_without()
    {
        new Given(Published).When(Revise(Harbour)).ThenNothing();
        new Given(Published)
            .When(Revise(Harbour with { Blocks = [.. Harbour.Blocks.Select(block => block with { Id = "" })] }))
            .ThenNothing();
    }

    [Fact]
    public void A_reason_with_a_control_character_is_refused() => new Given(Short)
        .When(Revise(Blocks("b1", Wall), "a\u0000"))
        .ThenRefused(new InvalidField("reason", "holds the control character U+0000 as character 2"));

    private static StoryCommand.Revise Revise(Article article, string? reason = null) =>
        new(article, RevisionKind.Update, reason);

    private static Article Blocks(params string[] idsAndTexts) => Short.Article with
    {
        Blocks = [.. idsAndTexts.Chunk(2).Select(pair => Paragraph(pair[0], pair[1]))],
    };
}
