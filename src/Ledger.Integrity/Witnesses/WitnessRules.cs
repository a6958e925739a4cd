using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Witnesses;

/// <summary>What a witness may cosign, in the order in which the protocol asks (C2SP tlog-witness).</summary>
public static class WitnessRules
{
    /// <summary>Decides about a checkpoint.</summary>
    /// <param name="logs">The keys of the logs that are witnessed, each under the log's origin.</param>
    /// <param name="lastOf">
    /// The checkpoint that was cosigned last for an origin, or null. It must stay the last until the new one is kept.
    /// </param>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    public static WitnessAnswer Decide(
        AddCheckpoint request, IEnumerable<INoteVerifier> logs, Func<string, Checkpoint?> lastOf)
    {
        var checkpoint = Checkpoint.Parse(request.Note.Text);
        var keys = logs.Where(log => log.Key.Name == checkpoint.Origin).ToList();
        if (keys.Count == 0)
            return new WitnessAnswer.UnknownLog();

        if (!IsSigned(request.Note, keys))
            return new WitnessAnswer.NotSigned();

        if (request.Old > checkpoint.Size)
            return new WitnessAnswer.BadSizes();

        var last = lastOf(checkpoint.Origin);
        var size = last?.Size ?? 0;
        if (request.Old != size)
            return new WitnessAnswer.Conflict(size);

        return Extends(checkpoint, last, request.Proof)
            ? new WitnessAnswer.Accepted(checkpoint)
            : new WitnessAnswer.Inconsistent();
    }

    private static bool Extends(Checkpoint checkpoint, Checkpoint? last, IReadOnlyList<TreeHash> proof) =>
        (checkpoint.Size > 0 || checkpoint.Root == MerkleTree.EmptyRoot)
        && ProofCheck.Extends(
            last?.Root ?? MerkleTree.EmptyRoot, last?.Size ?? 0, checkpoint.Root, checkpoint.Size, proof);

    private static bool IsSigned(SignedNote note, IReadOnlyList<INoteVerifier> keys)
    {
        try
        {
            return note.Verify(keys).Count > 0;
        }
        catch (BadSignatureException)
        {
            return false;
        }
    }
}
