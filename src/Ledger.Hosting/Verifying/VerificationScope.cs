using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Verifying;

/// <summary>How far a verification goes.</summary>
/// <param name="IsFull">Whether every change of text is classed again, too.</param>
/// <param name="Kept">A checkpoint that the verifier kept, which the log of today must extend.</param>
public sealed record VerificationScope(bool IsFull = false, SignedNote? Kept = null)
{
    /// <summary>Public keys that the verifier trusts, beside those of the log that are here.</summary>
    public IReadOnlyList<INoteVerifier> Keys { get; init; } = [];
}
