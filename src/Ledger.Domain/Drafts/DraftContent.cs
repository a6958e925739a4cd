using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>How an error came about. It is never made public.</summary>
public enum Cause { Reporting, Editing, Production, SourceSupplied, Translation, Data, Automation }

/// <summary>A proposed correction as its drafter wants it.</summary>
/// <param name="Note">The public note; it may be empty in a draft, and where its severity asks for none.</param>
/// <param name="Apology">Whether the note has to say that the house is sorry.</param>
/// <param name="PublishAt">The time before which nobody publishes it; null publishes it when it is approved.</param>
public sealed record DraftContent(
    CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note, bool Apology = false, Cause? Cause = null,
    DateTimeOffset? PublishAt = null)
{
    public bool Equals(DraftContent? other) =>
        other is not null && Class == other.Class && Note == other.Note && Apology == other.Apology
        && Cause == other.Cause && PublishAt == other.PublishAt && Claims.SequenceEqual(other.Claims);

    public override int GetHashCode() => HashCode.Combine(Class, Note, Apology, Claims.Count);

    /// <summary>What is wrong with it, as a draft that need not be complete yet.</summary>
    internal Refusal? FirstBroken(HousePolicy policy, Limits limits) =>
        TextRules.Broken("note", Note, Math.Min(limits.Note, policy.Limits.NoteCharacters))
        ?? (Claims.Count > Math.Min(limits.Claims, policy.Limits.Claims)
            ? new TooMany("claims", Claims.Count, Math.Min(limits.Claims, policy.Limits.Claims))
            : null)
        ?? Claims.Select((claim, i) => Claim.FirstBroken(claim, $"claims[{i}]", limits))
            .OfType<Refusal>().FirstOrDefault();

    /// <summary>What it lacks to be published.</summary>
    internal Refusal? FirstMissing(HousePolicy policy) =>
        (policy.SeverityOf(Class) == Severity.Minor ? null : TextRules.Required(Note, new NoteRequired()))
        ?? (Claims.Count == 0 && !Class.MayStandAlone() ? new ClaimsRequired() : null);
}
