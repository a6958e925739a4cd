using Ledger.Domain.Stories;
using Ledger.Text.Substance;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class ClassingTests
{
    private static readonly SecondPerson People = new(CorrectionId, "user:ada", "user:mina");

    private static readonly Article Fined = Harbour with
    {
        Blocks = [.. Harbour.Blocks.Select(block => block.Id == "b2"
            ? block with { Text = "The town was fined £3m in 2019 for neglecting the wall." }
            : block)],
    };

    [Fact]
    public void A_minor_fix_of_a_number_needs_a_second_person()
    {
        var refused = Decide(new StoryCommand.Revise(Fined, RevisionKind.MinorFix, null)).Refusal;

        var needs = Assert.IsType<NeedsSecondPerson>(refused);
        Assert.Equal(
            [new(FlagKind.Number, new(ArticleField.Body, "b2"), "5", "3", "A number is not the same.")], needs.Flags);
        Assert.EndsWith("number in body (b2), '5' is now '3'.", needs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_published_with_both_people_and_its_flags()
    {
        var fix = new StoryCommand.Revise(Fined, RevisionKind.MinorFix, null) { SecondPerson = People };
        var revised = Assert.IsType<ArticleRevised>(Assert.Single(Decide(fix).Events));

        Assert.Equal(People, revised.SecondPerson);
        Assert.Equal(FlagKind.Number, Assert.Single(revised.Substance!.Flags).Kind);
        Assert.IsType<ProposerCannotApprove>(
            Decide(fix with { SecondPerson = People with { ApprovedBy = "user:ada" } }).Refusal);
    }

    [Fact]
    public void A_matter_of_style_needs_nobody()
    {
        var published = new StoryPublished("wall", With(Paragraph("b1", "The wall was builded.")));
        var spelled = new StoryCommand.Revise(
            With(Paragraph("b1", "The wall was built-in.")), RevisionKind.MinorFix, null)
        {
            SecondPerson = People,
        };
        var decision = StoryDecider.Decide(spelled, StoryState.Initial.Evolve(published), new());

        var revised = Assert.IsType<ArticleRevised>(Assert.Single(decision.Events));
        Assert.Equal(new Substance(SubstanceClassifier.Rules, []), revised.Substance);
        Assert.Null(revised.SecondPerson);
    }

    [Fact]
    public void An_update_is_allowed_alone_and_lists_its_flags() => Assert.Equal(
        [FlagKind.Number], FlagsOf(new StoryCommand.Revise(Fined, RevisionKind.Update, null)));

    [Fact]
    public void Imported_history_is_not_classed()
    {
        var decision = Decide(new StoryCommand.Revise(Fined, RevisionKind.MinorFix, null) { IsHistory = true });
        Assert.Null(Assert.IsType<ArticleRevised>(Assert.Single(decision.Events)).Substance);
    }

    [Fact]
    public void Small_changes_list_their_flags()
    {
        Assert.Equal([FlagKind.Headline], FlagsOf(new StoryCommand.ChangeHeadline("Harbour wall stands", null, null)));
        Assert.Equal([FlagKind.Date], FlagsOf(
            new StoryCommand.EditCaption("b4", "The wall on Monday", null, "It was Monday.")));
        Assert.Equal([FlagKind.Attribution], FlagsOf(
            new StoryCommand.Attribute(CreditRole.Author, null, "Ines Marchetti", "Una Brandt", "She wrote it.")));
    }

    [Fact]
    public void Another_picture_is_flagged()
    {
        var other = Harbour with
        {
            Blocks = [.. Harbour.Blocks.Select(block => block.Id == "b4"
                ? block with { Url = "https://example.org/other.jpg" }
                : block)],
        };
        Assert.Equal([FlagKind.Picture], FlagsOf(new StoryCommand.Revise(other, RevisionKind.Update, null)));
    }

    private static IEnumerable<FlagKind> FlagsOf(StoryCommand command) => (Assert.Single(Decide(command).Events) switch
    {
        ArticleRevised e => e.Substance,
        HeadlineChanged e => e.Substance,
        CaptionEdited e => e.Substance,
        AttributionChanged e => e.Substance,
        var other => throw new InvalidOperationException($"Not expected: {other}"),
    })!.Flags.Select(flag => flag.Kind);

    private static Decision<StoryEvent> Decide(StoryCommand command) =>
        StoryDecider.Decide(command, new Given(Published).State, new());
}
