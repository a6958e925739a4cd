using System.Diagnostics;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

/// <summary>Every rule of a picture: what follows from a command in a state, or which rule refuses it.</summary>
public static class AssetDecider
{
    private static readonly Decision<AssetEvent> Nothing = new([], null);

    /// <summary>Pure: the same command on the same state gives the same decision.</summary>
    public static Decision<AssetEvent> Decide(AssetCommand command, AssetState state, AssetSituation at) =>
        (state, command) switch
        {
            ({ Registered: null }, AssetCommand.Register c) => Registering.Register(c, at.Limits),
            ({ Registered: { } before }, AssetCommand.Register c) =>
                Registering.Of(c) == before ? Nothing : new AssetRegisteredAlready(),
            (_, AssetCommand.Propose c) => Proposing.Propose(c, state, at),
            ({ Registered: null }, _) => new AssetNotFound(),
            (_, AssetCommand.Approve c) => On(c.CorrectionId, state, correction => Approve(correction, at)),
            (_, AssetCommand.Reject c) => On(c.CorrectionId, state, correction => Reject(c, correction, at)),
            (_, AssetCommand.MarkPublished c) =>
                On(c.CorrectionId, state, correction => MarkPublished(c, correction, state)),
            (_, AssetCommand.Waive c) => On(c.CorrectionId, state, correction => Waive(c, correction, at)),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };

    private static Decision<AssetEvent> On(
        Guid id, AssetState state, Func<AssetCorrection, Decision<AssetEvent>> decide) =>
        state.Find(id) is { } correction ? decide(correction) : new AssetCorrectionNotFound();

    private static Decision<AssetEvent> Approve(AssetCorrection correction, AssetSituation at)
    {
        if (correction.ApprovedBy?.Id == at.By.Id)
            return Nothing;

        var refused = correction.Status != AssetCorrectionStatus.Proposed ? new AssetCorrectionDecided()
            : correction.ProposedBy.Id == at.By.Id ? new FourEyes("who proposed it")
            : (Refusal?)NotSenior(correction, at);
        return refused ?? (Decision<AssetEvent>)new AssetCorrectionApproved(
            correction.Id, at.By, at.Policy.Version);
    }

    // Whoever proposed it may take it back, but what another proposed is for those to reject who may approve it.
    private static Decision<AssetEvent> Reject(
        AssetCommand.Reject c, AssetCorrection correction, AssetSituation at)
    {
        if (correction.RejectedBy?.Id == at.By.Id && correction.Reason == c.Reason)
            return Nothing;

        var refused = correction.Status != AssetCorrectionStatus.Proposed ? new AssetCorrectionDecided()
            : (correction.ProposedBy.Id == at.By.Id ? null : NotSenior(correction, at))
                ?? TextRules.Reason(c.Reason, at.Limits);
        return refused ?? (Decision<AssetEvent>)new AssetCorrectionRejected(correction.Id, at.By, c.Reason);
    }

    private static NeedsStandards? NotSenior(AssetCorrection correction, AssetSituation at) =>
        at.Policy.Policy.Approvals.For(correction.Proposal.Severity) == Approval.Standards && !at.IsStandards
            ? new()
            : null;

    private static Decision<AssetEvent> MarkPublished(
        AssetCommand.MarkPublished c, AssetCorrection correction, AssetState state)
    {
        if (correction.Status is AssetCorrectionStatus.Proposed or AssetCorrectionStatus.Rejected)
            return new AssetCorrectionNotPublished();

        // What is known of a story stands only once: a second attempt says what is new.
        var news = c.Outcomes.Where(outcome => !correction.Outcomes.Contains(outcome)).ToList();
        if (correction.Status == AssetCorrectionStatus.Published)
            return news.Count == 0 ? Nothing : new AssetCorrectionPublished(correction.Id, news);

        var after = state.Words.Correct(correction.Proposal.Claims);
        var (caption, alt, credit) = (
            Change(state.Words.Caption, after.Caption), Change(state.Words.Alt, after.Alt),
            Change(state.Words.Credit, after.Credit));
        return new(
            [
                new AssetCorrectionPublished(correction.Id, news),
                .. caption is null && alt is null
                    ? []
                    : (AssetEvent[])[new AssetCaptionEdited(correction.Id, caption, alt)],
                .. credit is null ? [] : (AssetEvent[])[new AssetCreditChanged(correction.Id, credit)],
            ],
            null);
    }

    private static TextChange? Change(string? before, string? after) => before == after ? null : new(before, after);

    private static Decision<AssetEvent> Waive(AssetCommand.Waive c, AssetCorrection correction, AssetSituation at)
    {
        if (correction.Waivers.FirstOrDefault(waiver => waiver.StoryId == c.StoryId) is { } before)
            return before.Reason == c.Reason ? Nothing : new NoSuchException();

        var refused = correction.Status != AssetCorrectionStatus.Published ? new AssetCorrectionNotPublished()
            : correction.ListOpen().All(outcome => outcome.StoryId != c.StoryId) ? new NoSuchException()
            : TextRules.Reason(c.Reason, at.Limits);
        return refused ?? (Decision<AssetEvent>)new AssetExceptionWaived(
            correction.Id, c.StoryId, at.By, c.Reason);
    }
}
