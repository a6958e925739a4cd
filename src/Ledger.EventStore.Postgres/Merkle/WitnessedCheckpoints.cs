using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Whose cosignatures this log asks for.</summary>
/// <param name="Policy">Its witnesses and their quorum; null where it has none.</param>
public sealed record LogWitnesses(TlogPolicy? Policy);

/// <summary>Which checkpoint is shown to others, with the cosignatures that it has.</summary>
/// <remarks>
/// With a policy that is the newest one that a quorum has cosigned, so that all see a history which the witnesses hold
/// for the same (C2SP tlog-witness); where none ever had the quorum, and without a policy, the newest. Of an event that
/// no such checkpoint has yet, proofs are against the newest, and whoever checks by a policy is told what they lack.
/// </remarks>
public sealed class WitnessedCheckpoints(MerkleLog log, Cosignatures cosignatures, LogWitnesses witnesses)
{
    private volatile Seen seen = new(0, 0);

    /// <summary>The checkpoint for everybody, or null when nothing was signed yet.</summary>
    public async Task<StoredCheckpoint?> FindServedAsync(CancellationToken cancellationToken) =>
        await FindQuorumAsync(cancellationToken) ?? await FindNewestAsync(cancellationToken);

    /// <summary>What to prove an event by: the checkpoint with the quorum if it has the event, else the newest.
    /// </summary>
    /// <param name="newest">One that has the event.</param>
    /// <param name="position">The position of the event.</param>
    public async Task<StoredCheckpoint> ChooseAsync(
        StoredCheckpoint newest, long position, CancellationToken cancellationToken) =>
        await FindQuorumAsync(cancellationToken) is { } served && served.Size >= position
            ? served
            : await CosignedAsync(newest, cancellationToken);

    /// <summary>The newest checkpoint that a quorum has cosigned; null where there is no policy, or none.</summary>
    public async Task<StoredCheckpoint?> FindQuorumAsync(CancellationToken cancellationToken)
    {
        if (witnesses.Policy is not { NeedsWitnesses: true } policy)
            return null;

        // Only the newest that has any can get more. But what was seen may be gone, where a database was put back.
        var known = seen;
        return await FindQuorumAsync(policy, known, cancellationToken)
            ?? (known.Met > 0 ? await FindQuorumAsync(policy, new(0, 0), cancellationToken) : null);
    }

    /// <summary>A checkpoint with the cosignatures that it has.</summary>
    public async Task<StoredCheckpoint> CosignedAsync(
        StoredCheckpoint checkpoint, CancellationToken cancellationToken) =>
        With(checkpoint, await cosignatures.ReadAsync(checkpoint.Number, cancellationToken));

    private async Task<StoredCheckpoint?> FindNewestAsync(CancellationToken cancellationToken) =>
        await log.FindLastCheckpointAsync(cancellationToken) is { } last
            ? await CosignedAsync(last, cancellationToken)
            : null;

    private async Task<StoredCheckpoint?> FindQuorumAsync(
        TlogPolicy policy, Seen since, CancellationToken cancellationToken)
    {
        var (met, newest) = (since.Met, since.Newest);
        await foreach (var (checkpoint, vkeys) in cosignatures.ReadNewestAsync(since.Newest, cancellationToken))
        {
            newest = Math.Max(newest, checkpoint);
            if (!policy.IsMetBy(policy.NamesOf(vkeys)))
                continue;

            met = checkpoint;
            break;
        }

        seen = new(met, newest);
        if (met == 0 || await log.FindCheckpointAsync(met, cancellationToken) is not { } stored)
            return null;

        var own = await cosignatures.ReadAsync(met, cancellationToken);
        return policy.IsMetBy(policy.NamesOf(own.Select(cosignature => cosignature.Vkey))) ? With(stored, own) : null;
    }

    private static StoredCheckpoint With(StoredCheckpoint checkpoint, IReadOnlyList<StoredCosignature> cosignatures)
    {
        var lines = cosignatures.Select(stored => NoteSignature.TryParse(stored.Line)).OfType<NoteSignature>();
        return cosignatures.Count == 0
            ? checkpoint
            : checkpoint with { Note = $"{SignedNote.Parse(checkpoint.Note).With(lines)}" };
    }

    /// <param name="Met">The newest checkpoint with the quorum; 0 where there is none.</param>
    /// <param name="Newest">The newest checkpoint that had any cosignature.</param>
    private sealed record Seen(long Met, long Newest);
}
