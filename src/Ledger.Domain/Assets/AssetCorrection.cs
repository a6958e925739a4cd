using System.Diagnostics;
using Ledger.Domain.Drafts;

namespace Ledger.Domain.Assets;

/// <summary>How far a correction of a picture has come.</summary>
public enum AssetCorrectionStatus { Proposed, Approved, Published, Rejected }

/// <summary>Why a story need not be corrected.</summary>
public sealed record AssetWaiver(Guid StoryId, Person By, string Reason);

/// <summary>A correction of a picture, folded from its events.</summary>
public sealed record AssetCorrection
{
    public required Guid Id { get; init; }
    public required AssetProposal Proposal { get; init; }
    public required Person ProposedBy { get; init; }
    public AssetCorrectionStatus Status { get; init; }

    /// <summary>Who approved it; null where nobody had to.</summary>
    public Person? ApprovedBy { get; init; }

    /// <summary>Who rejected it.</summary>
    public Person? RejectedBy { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }
    public int PolicyVersion { get; init; }

    /// <summary>What came of it, once for each story.</summary>
    public IReadOnlyList<AssetOutcome> Outcomes { get; init; } = [];
    public IReadOnlyList<AssetWaiver> Waivers { get; init; } = [];

    public bool IsPending => Status is AssetCorrectionStatus.Proposed or AssetCorrectionStatus.Approved;

    /// <summary>The stories that could not be corrected and about which nobody has decided.</summary>
    public IReadOnlyList<AssetOutcome> ListOpen() => [.. Outcomes.Where(IsOpen)];

    /// <summary>Whether somebody has yet to correct the story, or to say why it need not be corrected.</summary>
    public bool IsOpen(AssetOutcome outcome) =>
        outcome.Result == AssetResult.Exception && Waivers.All(waiver => waiver.StoryId != outcome.StoryId);

    internal static AssetCorrection Of(AssetCorrectionProposed e) =>
        new() { Id = e.CorrectionId, Proposal = e.Proposal, ProposedBy = e.By };

    internal AssetCorrection Evolve(AssetEvent happened) => (Status, happened) switch
    {
        (AssetCorrectionStatus.Proposed, AssetCorrectionCleared e) => this with
        {
            Status = AssetCorrectionStatus.Approved,
            PolicyVersion = e.PolicyVersion,
        },
        (AssetCorrectionStatus.Proposed, AssetCorrectionApproved e) => this with
        {
            Status = AssetCorrectionStatus.Approved,
            ApprovedBy = e.By,
            PolicyVersion = e.PolicyVersion,
        },
        (AssetCorrectionStatus.Proposed, AssetCorrectionRejected e) => this with
        {
            Status = AssetCorrectionStatus.Rejected,
            RejectedBy = e.By,
            Reason = e.Reason,
        },
        (AssetCorrectionStatus.Approved or AssetCorrectionStatus.Published, AssetCorrectionPublished e) => this with
        {
            Status = AssetCorrectionStatus.Published,
            Outcomes =
            [
                .. Outcomes.Where(outcome => e.Outcomes.All(later => later.StoryId != outcome.StoryId)),
                .. e.Outcomes,
            ],
        },
        (AssetCorrectionStatus.Published, AssetExceptionWaived e) => this with
        {
            Waivers = [.. Waivers, new AssetWaiver(e.StoryId, e.By, e.Reason)],
        },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen to this correction."),
    };
}
