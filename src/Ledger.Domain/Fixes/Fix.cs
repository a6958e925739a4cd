using System.Diagnostics;

namespace Ledger.Domain.Fixes;

/// <summary>A proposed fix, folded from its events.</summary>
/// <param name="ApprovedBy">Who approved it; null while nobody has.</param>
/// <param name="Rejected">Why it is not published; null where nobody said so.</param>
public sealed record Fix(FixProposed Proposed, string? ApprovedBy, FixRejected? Rejected)
{
    public bool IsOpen => ApprovedBy is null && Rejected is null;

    /// <summary>The state after an event; null is the state before the first.</summary>
    /// <exception cref="UnreachableException">The event cannot follow here, or is not known to the fold.</exception>
    public static Fix? Evolve(Fix? fix, FixEvent happened) => (fix, happened) switch
    {
        (null, FixProposed e) => new(e, null, null),
        ({ IsOpen: true }, FixApproved e) => fix with { ApprovedBy = e.ApprovedBy },
        ({ IsOpen: true }, FixRejected e) => fix with { Rejected = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen to this fix."),
    };
}
