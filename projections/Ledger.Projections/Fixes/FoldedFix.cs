using Ledger.Domain.Fixes;

namespace Ledger.Projections.Fixes;

/// <summary>How far a proposed fix has come.</summary>
public enum FixStatus { Proposed, Approved, Rejected }

/// <summary>A proposed fix as the read models fold it; there is none before its first event.</summary>
internal sealed record FoldedFix(Fix? Fix)
{
    public FoldedFix Evolve(FixEvent happened) => new(Fix.Evolve(Fix, happened));

    public FixStatus Status => StatusOf(Fix!);

    public static FixStatus StatusOf(Fix fix) => fix switch
    {
        { ApprovedBy: not null } => FixStatus.Approved,
        { Rejected: not null } => FixStatus.Rejected,
        _ => FixStatus.Proposed,
    };
}
