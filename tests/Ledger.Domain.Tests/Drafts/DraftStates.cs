using System.Reflection;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using static Ledger.Domain.Drafts.DraftCommand;

namespace Ledger.Domain.Tests.Drafts;

/// <summary>
/// Every command on a draft in every state, under the default policy, by its drafter ada where nobody is named;
/// events without their <c>correction_</c>, refusals begin with <c>!</c> and are without their <c>draft-</c>.
/// </summary>
public sealed class DraftStates
{
    private const string Undecided = """
        command, by     | Unknown     | Open            | Submitted         | Rejected        | Discarded
        Draft           | drafted     | ! exists        | ! exists          | ! exists        | ! exists
        Edit            | ! not-found | draft_edited    | draft_edited      | draft_edited    | ! discarded
        Submit          | ! not-found | submitted       | nothing           | ! rejected      | ! discarded
        Approve         | ! not-found | ! not-submitted | ! four-eyes       | ! rejected      | ! discarded
        Approve, author | ! not-found | ! not-submitted | ! four-eyes       | ! rejected      | ! discarded
        Approve, editor | ! not-found | ! not-submitted | ! needs-standards | ! rejected      | ! discarded
        Approve, mina   | ! not-found | ! not-submitted | approved          | ! rejected      | ! discarded
        Reject          | ! not-found | ! not-submitted | ! four-eyes       | ! rejected      | ! discarded
        Reject, editor  | ! not-found | ! not-submitted | ! needs-standards | ! rejected      | ! discarded
        Reject, mina    | ! not-found | ! not-submitted | rejected          | ! rejected      | ! discarded
        Discard         | ! not-found | discarded       | discarded         | discarded       | nothing
        Rush            | ! not-found | rushed          | rushed            | ! rejected      | ! discarded
        MarkPublished   | ! not-found | ! not-submitted | ! not-submitted   | ! not-submitted | ! not-submitted
        Return          | ! not-found | nothing         | nothing           | nothing         | nothing
        """;

    private const string Decided = """
        command, by     | Approved          | Rushed            | Published   | Unapproved
        Draft           | ! exists          | ! exists          | ! exists    | ! exists
        Edit            | ! approved        | ! approved        | ! published | ! published
        Submit          | ! approved        | ! approved        | ! published | ! published
        Approve         | ! approved        | ! approved        | ! published | ! four-eyes
        Approve, author | ! approved        | ! approved        | ! published | ! four-eyes
        Approve, editor | ! approved        | ! approved        | ! published | ! needs-standards
        Approve, mina   | nothing           | ! approved        | nothing     | approved
        Reject          | rejected          | rejected          | ! published | ! published
        Reject, editor  | ! needs-standards | ! needs-standards | ! published | ! published
        Reject, mina    | rejected          | rejected          | ! published | ! published
        Discard         | ! approved        | ! approved        | ! published | ! published
        Rush            | ! approved        | nothing           | ! published | nothing
        MarkPublished   | published         | published         | nothing     | nothing
        Return          | returned          | returned          | nothing     | nothing
        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Person Ada = new("user:ada"), Mina = new("user:mina");
    private static readonly DraftContent Note = new(CorrectionClass.EditorsNote, [], "The source has an interest.");

    private static readonly DraftCommand[] Commands =
    [
        new Draft(Guid.Empty, 1, Note with { Note = "Another note." }),
        new Edit(2, Note with { Note = "Another note." }), new Submit(), new Approve(["user:author"]),
        new Reject("Name the interest."), new Discard(null), new DraftCommand.Rush(), new MarkPublished(2),
        new Return(new StoryRetracted()),
    ];

    private static readonly CorrectionDrafted Drafted = new(Guid.Empty, 1, Note, Ada);
    private static readonly CorrectionSubmitted Submitted = new(Ada, Noon.AddHours(24));
    private static readonly CorrectionApproved Approved = new(Mina, Severity.Serious, 0);
    private static readonly CorrectionRushed Rushed = new(Ada, Severity.Serious, 0, Noon.AddHours(24));

    private static readonly Dictionary<string, DraftEvent[]> States = new()
    {
        ["Unknown"] = [],
        ["Open"] = [Drafted],
        ["Submitted"] = [Drafted, Submitted],
        ["Approved"] = [Drafted, Submitted, Approved],
        ["Published"] = [Drafted, Submitted, Approved, new CorrectionPublished(2)],
        ["Rejected"] = [Drafted, Submitted, new CorrectionRejected(Mina, "Name the interest.")],
        ["Discarded"] = [Drafted, new CorrectionDiscarded(Ada, null)],
        ["Rushed"] = [Drafted, Rushed],
        ["Unapproved"] = [Drafted, Rushed, new CorrectionPublished(2)],
    };

    public static TheoryData<string, string, string> Cells() => [.. Grid.Cells(Undecided), .. Grid.Cells(Decided)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_command_in_a_state_has_this_result(string row, string state, string expected)
    {
        var (name, who) = row.Split(", ") is [var both, var other] ? (both, other) : (row, "ada");
        var decision = DraftDecider.Decide(
            Commands.Single(command => command.GetType().Name == name),
            States[state].Aggregate(DraftState.Initial, (before, happened) => before.Evolve(happened)),
            new(new($"user:{who}"), IsStandards: who is "mina" or "author", Noon, PolicyState.Initial, new()));

        var happened = decision.Events.SingleOrDefault()?.GetType().GetCustomAttribute<EventTypeAttribute>()?.Alias;
        var result = decision.Refusal is { } refusal ? $"! {refusal.Code}" : happened ?? "nothing";
        Assert.Equal(expected, result.Replace("draft-", "").Replace("correction_", ""));
    }

    [Fact]
    public void The_table_has_every_command_and_every_status()
    {
        Assert.Equal(
            typeof(DraftCommand).GetNestedTypes().Select(type => type.Name).Order(),
            Commands.Select(command => command.GetType().Name).Order());
        Assert.Superset(
            Enum.GetNames<DraftStatus>().ToHashSet(), Cells().Select(row => row.Data.Item2).ToHashSet());
    }
}
