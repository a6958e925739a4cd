using System.Reflection;
using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

/// <summary>Every command in every state.</summary>
public sealed class StateTransitions
{
    private const string Table = """
        command       | Unpublished     | Published       | Retracted         | Withdrawn       | Removed
        Publish       | story_published | already-published | already-published | already-published | already-published
        Revise        | story-not-found | article_revised | story-retracted   | story-withdrawn | story-removed
        Correct       | story-not-found | correction_issued | story-retracted   | story-withdrawn | story-removed
        AmendCorrection | story-not-found | correction-not-found | story-retracted   | story-withdrawn | story-removed
        WithdrawCorrection | story-not-found | correction-not-found | story-retracted | story-withdrawn | story-removed
        Attribute     | story-not-found | attribution_changed | story-retracted   | story-withdrawn | story-removed
        EditCaption   | story-not-found | caption_edited  | story-retracted   | story-withdrawn | story-removed
        ChangeHeadline | story-not-found | headline_changed | story-retracted   | story-withdrawn | story-removed
        ChangeSlug    | story-not-found | slug_changed    | slug_changed      | story-withdrawn | story-removed
        Retract       | story-not-found | article_retracted | story-retracted   | story-withdrawn | story-removed
        Withdraw      | story-not-found | article_withdrawn | article_withdrawn | story-withdrawn | story-removed
        RemoveForLegalReasons | story-not-found | article_removed | article_removed   | article_removed | story-removed
        Reinstate     | story-not-found | not-retracted   | article_reinstated | article_reinstated | article_reinstated
        """;

    /// <summary>One command of each kind that has something to do in a published sample story.</summary>
    internal static readonly StoryCommand[] Commands =
    [
        new StoryCommand.Publish("another-story", With(Paragraph("", "Another story."))),
        new StoryCommand.Revise(
            With(Paragraph("", "All is new."), Harbour.Blocks[1]), RevisionKind.Update, "More came in."),
        new StoryCommand.Correct(CorrectionId, CorrectionClass.FactualError, [new("£5m", "£3m")], "The fine was £3m."),
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

    public static TheoryData<string, string, string> Cells() => Grid.Cells(Table);

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_a_command_comes_to(string command, string state, string expected)
    {
        var given = States[state].Aggregate(StoryState.Initial, (before, happened) => before.Evolve(happened));
        Assert.Equal(state, given.GetType().Name);

        var decision = StoryDecider.Decide(Commands.Single(c => c.GetType().Name == command), given, new());

        Assert.Equal(expected, decision.Refusal?.Code ?? AliasOf(Assert.Single(decision.Events)));
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
