using System.Diagnostics;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>Every rule of a draft: what follows from a command in a state, or which rule refuses it.</summary>
public static class DraftDecider
{
    private static readonly Decision<DraftEvent> Nothing = new([], null);

    /// <summary>Pure: the same command on the same state gives the same decision.</summary>
    public static Decision<DraftEvent> Decide(DraftCommand command, DraftState state, DraftSituation at) =>
        (state, command) switch
        {
            ({ Exists: false }, DraftCommand.Draft c) => Draft(c, at),
            ({ Exists: false }, _) => new DraftNotFound(),
            (_, DraftCommand.Draft c) => c.Content == state.Content ? Nothing : new DraftExists(),
            (_, DraftCommand.Edit c) => Edit(c, state, at),
            (_, DraftCommand.Submit) => Submit(state, at),
            (_, DraftCommand.Approve c) => Approving.Approve(c, state, at),
            (_, DraftCommand.Reject c) => Approving.Reject(c, state, at),
            (_, DraftCommand.Rush) => Approving.Rush(state, at),
            (_, DraftCommand.Discard c) => Discard(c, state, at),
            (_, DraftCommand.MarkPublished c) => MarkPublished(c, state, at),
            (_, DraftCommand.Return c) => state.Status == DraftStatus.Approved
                ? new CorrectionReturned(c.Because.Code, c.Because.Message)
                : Nothing,
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>Why a draft cannot be worked on any more, or null.</summary>
    internal static Refusal? Ended(DraftState state) => state.Status switch
    {
        DraftStatus.Approved => new DraftApproved(),
        DraftStatus.Published => new DraftPublished(),
        DraftStatus.Discarded => new DraftDiscarded(),
        DraftStatus.Open or DraftStatus.Submitted or DraftStatus.Rejected => null,
    };

    private static Decision<DraftEvent> Draft(DraftCommand.Draft c, DraftSituation at) =>
        FirstBroken(c.Content, at) is { } broken
            ? broken
            : new CorrectionDrafted(c.StoryId, c.BaseVersion, c.Content, at.By);

    private static Decision<DraftEvent> Edit(DraftCommand.Edit c, DraftState state, DraftSituation at)
    {
        if ((Ended(state) ?? FirstBroken(c.Content, at)) is { } refused)
            return refused;

        return c.Content == state.Content && state.Status != DraftStatus.Rejected
            ? Nothing
            : new CorrectionDraftEdited(c.BaseVersion, c.Content, at.By);
    }

    private static Decision<DraftEvent> Submit(DraftState state, DraftSituation at)
    {
        if (state.Status == DraftStatus.Submitted)
            return Nothing;

        if ((Ended(state) ?? (state.Status == DraftStatus.Rejected ? new DraftRejected() : null)
            ?? FirstBroken(state.Content!, at) ?? state.Content!.FirstMissing(at.Policy.Policy)) is { } refused)
            return refused;

        var policy = at.Policy.Policy;
        var severity = policy.SeverityOf(state.Content!.Class);
        var submitted = new CorrectionSubmitted(at.By, at.Now.AddHours(policy.Deadlines.ApproveHours));
        return policy.Approvals.For(severity) == Approval.None
            ? new Decision<DraftEvent>([submitted, new CorrectionCleared(severity, at.Policy.Version)], null)
            : submitted;
    }

    private static Decision<DraftEvent> Discard(DraftCommand.Discard c, DraftState state, DraftSituation at)
    {
        if (state.Status == DraftStatus.Discarded)
            return Nothing;

        return (Ended(state) ?? TextRules.Broken("reason", c.Reason, at.Limits.Note)) is { } refused
            ? refused
            : new CorrectionDiscarded(at.By, TextRules.Present(c.Reason));
    }

    private static Decision<DraftEvent> MarkPublished(
        DraftCommand.MarkPublished c, DraftState state, DraftSituation at) => state switch
        {
            { Status: DraftStatus.Published } => Nothing,
            { Status: DraftStatus.Approved } => new CorrectionPublished(c.StoryVersion),
            _ => new DraftNotSubmitted(),
        };

    private static Refusal? FirstBroken(DraftContent content, DraftSituation at) =>
        content.FirstBroken(at.Policy.Policy, at.Limits)
        ?? (content.PublishAt <= at.Now ? new PublishTimePassed() : null);
}
