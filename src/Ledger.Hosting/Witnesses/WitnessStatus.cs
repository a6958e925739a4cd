using Ledger.EventStore.Postgres.Merkle;

namespace Ledger.Hosting.Witnesses;

/// <summary>A witness of this log, as an operator wants to know it.</summary>
/// <param name="Name">As the policy names it.</param>
/// <param name="Address">Null where the policy has none: then it is never asked.</param>
/// <param name="Size">How many events it has cosigned last.</param>
/// <param name="AskedAt">Null where it was never asked.</param>
/// <param name="Reason">Why it has not cosigned, in a sentence; null when it has.</param>
public sealed record WitnessLine(
    string Name, string? Address, long Size, DateTimeOffset? AskedAt, WitnessOutcome? Outcome, string? Reason);

/// <summary>How far the witnesses of the policy are with this log.</summary>
/// <param name="Size">How many events the newest checkpoint with the quorum has; 0 where there is none.</param>
/// <param name="Behind">How many events were signed since.</param>
/// <param name="Fault">What a witness has against the history of this log, in a sentence; null when nothing.</param>
public sealed record WitnessStatus(long Size, long Behind, string? Fault, IReadOnlyList<WitnessLine> Witnesses);

/// <summary>Tells how far the witnesses are.</summary>
public sealed class WitnessReport(
    WitnessSettings settings, WitnessStore store, WitnessedCheckpoints checkpoints, MerkleLog log)
{
    /// <summary>Null where this process has no policy.</summary>
    public async Task<WitnessStatus?> GetAsync(CancellationToken cancellationToken)
    {
        if (settings.Policy is not { } policy)
            return null;

        var states = await store.ListAsync(cancellationToken);
        var last = await log.FindLastCheckpointAsync(cancellationToken);
        var quorum = policy.NeedsWitnesses ? await checkpoints.FindQuorumAsync(cancellationToken) : last;
        var lines = policy.Witnesses.Select(witness => (witness, State: states.GetValueOrDefault($"{witness.Key}")))
            .ToList();
        return new(
            quorum?.Size ?? 0, (last?.Size ?? 0) - (quorum?.Size ?? 0),
            lines.Find(line => line.State?.IsFault == true).State?.Reason,
            [.. lines.Select(line => new WitnessLine(
                line.witness.Name, line.witness.Address, line.State?.Size ?? 0, line.State?.AskedAt,
                line.State?.Outcome, line.State?.Reason))]);
    }
}
