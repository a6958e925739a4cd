using System.Reflection;
using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

/// <summary>Every command in every state; refusals without their <c>story-</c>.</summary>
public sealed class StateTransitions
{
    private const string Shown = """
        command               | Unpublished     | Published            | Retracted
        Publish               | story_published | already-published    | already-published
        Revise                | not-found       | article_revised      | retracted
        Correct               | not-found       | correction_issued    | retracted
        CorrectPicture        | not-found       | correction_issued    | retracted
        AmendCorrection       | not-found       | correction-not-found | retracted
        WithdrawCorrection    | not-found       | correction-not-found | retracted
        Attribute             | not-found       | attribution_changed  | retracted
        EditCaption           | not-found       | caption_edited       | retracted
        ChangeHeadline        | not-found       | headline_changed     | retracted
        ChangeSlug            | not-found       | slug_changed         | slug_changed
        Retract               | not-found       | article_retracted    | retracted
        Withdraw              | not-found       | article_withdrawn    | article_withdrawn
        RemoveForLegalReasons | not-found       | article_removed      | article_removed
        Reinstate             | not-found       | not-retracted        | article_reinstated
        """;

    private const string Withheld = """
        command               | Withdrawn          | Removed
        Publish               | already-published  | already-published
        Revise                | withdrawn          | removed
        Correct               | withdrawn          | removed
        CorrectPicture        | withdrawn          | removed
        AmendCorrection       | withdrawn          | removed
        WithdrawCorrection    | withdrawn          | removed
        Attribute             | withdrawn          | removed
        EditCaption           | withdrawn          | removed
        ChangeHeadline        | withdrawn          | removed
        ChangeSlug            | withdrawn          | removed
        Retract               | withdrawn          | removed
        Withdraw              | withdrawn          | removed
        RemoveForLegalReasons | article_removed    | removed
        Reinstate             | article_reinstated | article_reinstated
        """;

    /// <summary>One command of each kind that has something to do in a published sample story.</summary>
    internal static readonly StoryCommand[] Commands =
    [
        new StoryCommand.Publish("another-story", With(Paragraph("", "Another story."))),
        new StoryCommand.Revise(
            With(Paragraph("", "All is new."), Harbour.Blocks[1]), RevisionKind.Update, "More came in."),
        new StoryCommand.Correct(CorrectionId, CorrectionClass.FactualError, [new("£5m", "£3m")], "The fine was £3m."),
        new StoryCommand.CorrectPicture("https://example.org/wall.jpg", CorrectionId, new(
            CorrectionId, CorrectionClass.ImageCaption,
            [new("The wall on Sunday", "The wall on Monday", ArticleField.Caption)], "It was Monday.")),
        new StoryCommand.AmendCorrection(CorrectionId, "The fine was £3m.", null),
        new StoryCommand.WithdrawCorrection(CorrectionId, "It was £5m."),
        new StoryCommand.Attribute(CreditRole.Author, null, "Ines Marchetti", "Una Brandt", "She wrote it."),
        new StoryCommand.EditCaption("b4", "The wall on Monday", null, "It was Monday."),
        new StoryCommand.ChangeHeadline("Harbour wall falls", null, "Shorter."),
        new StoryCommand.ChangeSlug("harbour-wall", "Shorter."),
        new StoryCommand.Retract("Our source made it up."),
        new StoryCommand.Withdraw("It broke an embargo."),
        new StoryCommand.RemoveForLegalReasons("It names a child.", RemovalBasis.Privacy, null),
        new StoryCommand.Reinstate("It was right after all."),
    ];

    internal static readonly Dictionary<string, StoryEvent[]> States = new()
    {
        ["Unpublished"] = [],
        ["Published"] = [Published],
        ["Retracted"] = [Published, Retracted],
        ["Withdrawn"] = [Published, Withdrawn],
        ["Removed"] = [Published, Removed],
    };

    public static TheoryData<string, string, string> Cells() =>
        [.. Grid.Cells(Shown), .. Grid.Cells(Withheld)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_a_command_comes_to(string command, string state, string expected)
    {
        var given = States[state].Aggregate(StoryState.Initial, (before, happened) => before.Evolve(happened));
        Assert.Equal(state, given.GetType().Name);

        var decision = StoryDecider.Decide(Commands.Single(c => c.GetType().Name == command), given, new());

        var refused = decision.Refusal?.Code.Replace("story-", "", StringComparison.Ordinal);
        Assert.Equal(expected, refused ?? AliasOf(Assert.Single(decision.Events)));
    }

    [Fact]
    public void The_table_has_every_command_and_every_state()
    {
        var cells = Cells().Select(row => (row.Data.Item1, row.Data.Item2)).ToHashSet();

        Assert.Equal(
            from command in NestedIn(typeof(StoryCommand))
            from state in NestedIn(typeof(StoryState))
            select (command, state),
            cells.Order());
    }

    private static IEnumerable<string> NestedIn(Type family) =>
        family.GetNestedTypes().Where(family.IsAssignableFrom).Select(type => type.Name).Order(StringComparer.Ordinal);

    private static string AliasOf(StoryEvent happened) =>
        happened.GetType().GetCustomAttribute<EventTypeAttribute>()!.Alias;
}
