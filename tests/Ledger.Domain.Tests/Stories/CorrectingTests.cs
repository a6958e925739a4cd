using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class CorrectingTests
{
    private const string Note = "An earlier version gave the wrong figure.";

    [Fact]
    public void The_note_and_the_change_of_text_are_one_event() => new Given(Published)
        .When(Correct(new Claim("£5m", "£3m")))
        .Then(Issued([new("£5m", "£3m")], [new(ArticleField.Body, "b2")], new()
        {
            Blocks = [Paragraph("b2", "The town was fined £3m in 2019 for neglecting the wall.")],
        }));

    [Fact]
    public void Wrong_words_are_replaced_wherever_they_stand_in_the_order_of_the_article()
    {
        var claim = new Claim("wall", "pier");

        new Given(Published).When(Correct(claim)).Then(Issued(
            [claim],
            [
                new(ArticleField.Headline), new(ArticleField.Body, "b1"), new(ArticleField.Body, "b2"),
                new(ArticleField.Caption, "b4"),
            ],
            new()
            {
                Headline = new(Harbour.Headline, "Harbour pier gives way at Port Ellery"),
                Blocks =
                [
                    Paragraph("b1", "The harbour pier at Port Ellery gave way on Sunday, and 40 boats broke loose."),
                    Paragraph("b2", "The town was fined £5m in 2019 for neglecting the pier."),
                    Harbour.Blocks[3] with { Alt = "A broken pier", Caption = "The pier on Sunday" },
                ],
            }));
    }

    [Theory]
    [InlineData("Nobody", ArticleField.Standfirst, null)]
    [InlineData("PORT ELLERY", ArticleField.Body, null)]
    [InlineData("Ines Marchetti", ArticleField.Credit, null)]
    [InlineData("Oda Lind", ArticleField.Speaker, "b3")]
    [InlineData("We heard", ArticleField.Body, "b3")]
    [InlineData("A broken", ArticleField.Caption, "b4")]
    [InlineData("Tomas Reyl", ArticleField.Credit, "b4")]
    [InlineData("2 cranes", ArticleField.Body, "b5")]
    public void Every_text_of_an_article_can_be_corrected(string wrong, ArticleField field, string? block)
    {
        var command = Correct(new Claim(wrong, "Somebody else", field));

        var decision = StoryDecider.Decide(command, new Given(Published).State, new());

        var issued = Assert.IsType<CorrectionIssued>(Assert.Single(decision.Events));
        Assert.Equal([new(field, block)], issued.Places);
    }

    [Fact]
    public void Wrong_words_inside_the_right_ones_are_not_wrong()
    {
        var story = Published with { Article = With(Paragraph("b1", "Ada met Ada Lind in Adaville.")) };

        new Given(story).When(Correct(new Claim("Ada", "Ada Lind"))).Then(Issued(
            [new("Ada", "Ada Lind")], [new(ArticleField.Body, "b1")],
            new() { Blocks = [Paragraph("b1", "Ada Lind met Ada Lind in Adaville.")] }));
    }

    [Fact]
    public void Lines_may_be_broken_anywhere_between_the_words()
    {
        var story = Published with { Article = With(Paragraph("b1", "Forty boats\nbroke loose.")) };

        new Given(story).When(Correct(new Claim("Forty boats broke", "Fifty boats broke"))).Then(Issued(
            [new("Forty boats broke", "Fifty boats broke")], [new(ArticleField.Body, "b1")],
            new() { Blocks = [Paragraph("b1", "Fifty boats broke loose.")] }));
    }

    [Fact]
    public void Several_claims_are_applied_in_their_order() => new Given(Published)
        .When(Correct(new Claim("40 boats", "60 boats"), new("in 2019", "in 2018")))
        .Then(Issued(
            [new("40 boats", "60 boats"), new("in 2019", "in 2018")],
            [new(ArticleField.Body, "b1"), new(ArticleField.Body, "b2"), new(ArticleField.Body, "b5")],
            new()
            {
                Blocks =
                [
                    Paragraph("b1", "The harbour wall at Port Ellery gave way on Sunday, and 60 boats broke loose."),
                    Paragraph("b2", "The town was fined £5m in 2018 for neglecting the wall."),
                    Harbour.Blocks[4] with { Items = ["60 boats", "2 cranes"] },
                ],
            }));

    [Fact]
    public void Words_are_taken_out_and_what_is_left_empty_with_them()
    {
        new Given(Published).When(Correct(new Claim("in 2019", ""), new("2 cranes", ""))).Then(Issued(
            [new("in 2019", ""), new("2 cranes", "")],
            [new(ArticleField.Body, "b2"), new(ArticleField.Body, "b5")],
            new()
            {
                Blocks =
                [
                    Paragraph("b2", "The town was fined £5m for neglecting the wall."),
                    Harbour.Blocks[4] with { Items = ["40 boats"] },
                ],
            }));
        new Given(Published).When(Correct(new Claim("We heard it go.", ""), new("Northern Wire", ""))).Then(Issued(
            [new("We heard it go.", ""), new("Northern Wire", "")],
            [new(ArticleField.Credit), new(ArticleField.Body, "b3")],
            new() { Credits = [Harbour.Credits[0]], Order = ["b1", "b2", "b4", "b5"] }));
    }

    [Fact]
    public void Right_words_with_an_empty_line_make_another_paragraph() => new Given(Published)
        .When(Correct(new Claim("neglecting the wall.", "neglecting the wall.\n\nIt has appealed.")))
        .Then(Issued(
            [new("neglecting the wall.", "neglecting the wall.\n\nIt has appealed.")],
            [new(ArticleField.Body, "b2")],
            new() { Order = ["b1", "b2", "b6", "b3", "b4", "b5"], Blocks = [Paragraph("b6", "It has appealed.")] }));

    [Fact]
    public void A_correction_that_made_paragraphs_adds_nothing_when_it_is_repeated()
    {
        var command = Correct(new Claim("neglecting the wall.", "neglecting the wall.\r\n\r\nIt.\r\n\r\nappealed. So"));
        var issued = StoryDecider.Decide(command, new Given(Published).State, new()).Events;

        new Given([Published, .. issued]).When(command).ThenNothing();
    }

    [Fact]
    public void A_repeated_correction_puts_right_what_came_back() => new Given(
            Published,
            Issued([new("£5m", "£3m")], [], new() { Blocks = [Paragraph("b2", "Fined £3m.")] }),
            new ArticleRevised(RevisionKind.Update, null, new() { Blocks = [Paragraph("b2", "Fined £5m.")] }))
        .When(Correct(new Claim("£5m", "£3m")))
        .Then(Issued(
            [new("£5m", "£3m")], [new(ArticleField.Body, "b2")], new() { Blocks = [Paragraph("b2", "Fined £3m.")] }));

    [Fact]
    public void An_editors_note_may_stand_alone()
    {
        var command = new StoryCommand.Correct(CorrectionId, CorrectionClass.EditorsNote, [], "We look into it.");
        var issued = new CorrectionIssued(
            CorrectionId, CorrectionClass.EditorsNote, Severity.Serious, command.Note, [], [], new());

        new Given(Published).When(command).Then(issued);
        new Given(Published, issued).When(command).ThenNothing();
        new Given(Published).When(command with { Class = CorrectionClass.FactualError })
            .ThenRefused(new ClaimsRequired());
    }

    private static StoryCommand.Correct Correct(params Claim[] claims) =>
        new(CorrectionId, CorrectionClass.FactualError, claims, Note);

    private static CorrectionIssued Issued(Claim[] claims, Place[] places, ArticleChange change) =>
        new(CorrectionId, CorrectionClass.FactualError, Severity.Substantive, Note, claims, places, change);
}
