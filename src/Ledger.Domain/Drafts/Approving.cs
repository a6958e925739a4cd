using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>The rules of the second pair of eyes.</summary>
internal static class Approving
{
    public static Decision<DraftEvent> Approve(DraftCommand.Approve c, DraftState state, DraftSituation at)
    {
        if (state.ApprovedBy?.Id == at.By.Id)
            return new([], null);

        if ((NotAwaiting(state) ?? FirstForbidden(c, state, at) ?? state.Content!.FirstMissing(at.Policy.Policy))
            is { } refused)
            return refused;

        return new CorrectionApproved(at.By, SeverityOf(state, at), at.Policy.Version);
    }

    /// <summary>What is scheduled can still be stopped; what is public can only be amended or withdrawn.</summary>
    public static Decision<DraftEvent> Reject(DraftCommand.Reject c, DraftState state, DraftSituation at)
    {
        var forbidden = state.Status == DraftStatus.Approved
            ? IsDrafter(state, at.By) || at.IsStandards ? null : new NeedsStandards()
            : NotAwaiting(state, isRejection: true)
                ?? (IsDrafter(state, at.By) ? (Refusal)new FourEyes("the drafter") : null)
                ?? NotSenior(state, at);
        if (forbidden is not null)
            return forbidden;

        return TextRules.Reason(c.Reason, at.Limits) is { } broken ? broken : new CorrectionRejected(at.By, c.Reason);
    }

    public static Decision<DraftEvent> Rush(DraftState state, DraftSituation at)
    {
        if (state.Rush?.By.Id == at.By.Id)
            return new([], null);

        var policy = at.Policy.Policy;
        var severity = SeverityOf(state, at);
        if ((DraftDecider.Ended(state) ?? (state.Status == DraftStatus.Rejected ? new DraftRejected() : null)
            ?? (policy.Emergency.IsOpenFor(severity) ? null : new NoEmergencyPath())
            ?? state.Content!.FirstMissing(policy)) is { } refused)
            return refused;

        return new CorrectionRushed(at.By, severity, at.Policy.Version, at.Now.AddHours(policy.Emergency.Hours));
    }

    private static Severity SeverityOf(DraftState state, DraftSituation at) =>
        at.Policy.Policy.SeverityOf(state.Content!.Class);

    private static Refusal? NotAwaiting(DraftState state, bool isRejection = false) => state.Status switch
    {
        DraftStatus.Submitted => null,
        DraftStatus.Approved => new DraftApproved(),
        DraftStatus.Published when state.LacksApproval && !isRejection => null,
        DraftStatus.Published => new DraftPublished(),
        DraftStatus.Rejected => new DraftRejected(),
        DraftStatus.Discarded => new DraftDiscarded(),
        DraftStatus.Open => new DraftNotSubmitted(),
    };

    private static Refusal? FirstForbidden(DraftCommand.Approve c, DraftState state, DraftSituation at) =>
        IsDrafter(state, at.By) || state.Rush?.By.Id == at.By.Id ? new FourEyes("the drafter")
        : SeverityOf(state, at) >= Severity.Substantive && c.Authors.Contains(at.By.Id)
            ? new FourEyes("an author of the story's text")
        : NotSenior(state, at);

    private static NeedsStandards? NotSenior(DraftState state, DraftSituation at) =>
        at.Policy.Policy.Approvals.For(SeverityOf(state, at)) == Approval.Standards && !at.IsStandards ? new() : null;

    private static bool IsDrafter(DraftState state, Person person) =>
        state.Drafters.Any(drafter => drafter.Id == person.Id);
}
