using System.Globalization;
using Ledger.Application;
using Ledger.EventStore;
using Ledger.Followers.Wolverine.Messages;

namespace Ledger.Followers.Wolverine.Commands;

/// <summary>Puts what a command came to into an answer.</summary>
internal static class Answers
{
    public static LedgerAnswer Of(Outcome outcome) => outcome switch
    {
        Outcome.Done done => new(LedgerResult.Done)
        {
            Story = done.StoryId,
            Slug = done.Slug,
            Version = done.Version,
            Position = done.Position,
            Revision = done.Revision,
            Changed = done.Changed,
            Correction = done.CorrectionId,
            Repeated = done.Repeated,
        },
        Outcome.Drafted drafted => new(LedgerResult.Drafted)
        {
            Story = drafted.StoryId,
            Slug = drafted.Slug,
            Version = drafted.Version,
            Position = drafted.Position,
            Draft = drafted.DraftId,
            Repeated = drafted.Repeated,
        },
        Outcome.Refused { Refusal: var refusal } => Refuse(refusal.Code, refusal.Message),
        _ => throw new InvalidOperationException($"A command came to {outcome}."),
    };

    /// <summary>The sender had not seen what the story has become; the answer has the version it is at.</summary>
    public static LedgerAnswer Of(WrongExpectedVersionException conflict)
    {
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"The command expects version {conflict.Expected.Value ?? 0}, but the story is at {conflict.Actual}.");
        return Refuse("stale-version", detail) with { Version = conflict.Actual };
    }

    public static LedgerAnswer Refuse(string problem, string detail) =>
        new(LedgerResult.Refused) { Problem = problem, Detail = detail };
}
