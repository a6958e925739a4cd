using System.Globalization;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Ledger.Integrity.Witnesses;
using Npgsql;

namespace Ledger.Hosting.Witnesses;

/// <summary>What a round of asking came to.</summary>
/// <param name="Last">The checkpoint that was signed last; null when there is none.</param>
/// <param name="Asked">The witnesses that were asked, with what came of it.</param>
/// <param name="Next">When one is to be asked again at the latest, if nothing is signed before.</param>
public sealed record WitnessAsked(
    StoredCheckpoint? Last, IReadOnlyList<(PolicyParty Witness, WitnessState State)> Asked, DateTimeOffset Next);

/// <summary>Asks the witnesses of the policy to cosign the newest checkpoint, all at once.</summary>
/// <remarks>
/// All are asked for the same checkpoint, or never any would have a quorum; one process at a time does it, by a lock.
/// Whoever has failed is left alone for a while and does not hold up the others. A cosignature is verified before it is
/// stored, and what a witness says against the log is kept until it has cosigned again.
/// </remarks>
public sealed class WitnessRound(
    NpgsqlDataSource database, MerkleLog log, Cosignatures cosignatures, WitnessStore store, WitnessClient client,
    WitnessSettings settings, TimeProvider time)
{
    // Held by whoever asks.
    private const long AskLock = 0x4C65_6467_6572_04;

    // It may have grown between two answers of a witness, by a round of another process that has ended meanwhile.
    private const int MostAttempts = 3;

    /// <summary>Asks everybody whose turn it is.</summary>
    /// <param name="isEverybody">Whether it is the turn of all, also of those who have cosigned or failed.</param>
    /// <returns>Null where another process is at it.</returns>
    public async Task<WitnessAsked?> RunAsync(bool isEverybody, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!await LockAsync(connection, "select pg_try_advisory_lock($1)", cancellationToken))
            return null;

        try
        {
            var witnesses = settings.Policy?.Witnesses.Where(witness => witness.Address is not null).ToList() ?? [];
            var states = await store.ListAsync(cancellationToken);
            if (await log.FindLastCheckpointAsync(cancellationToken) is not { } last || witnesses.Count == 0)
                return new(null, [], time.GetUtcNow() + settings.AskAgain);

            var now = time.GetUtcNow();
            var asked = await Task.WhenAll(witnesses
                .Where(witness => isEverybody || DueAt(StateOf(witness), last) <= now)
                .Select(async witness =>
                    (witness, await AskAsync(witness, StateOf(witness), last, cancellationToken))));
            var after = asked.ToDictionary(pair => pair.witness, pair => pair.Item2);
            var next = witnesses.Min(witness => DueAt(after.GetValueOrDefault(witness) ?? StateOf(witness), last));
            return new(last, asked, next);

            WitnessState? StateOf(PolicyParty witness) => states.GetValueOrDefault(witness.Key.ToString());
        }
        finally
        {
            await LockAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    private DateTimeOffset DueAt(WitnessState? state, StoredCheckpoint last) => state switch
    {
        null => DateTimeOffset.MinValue,
        { Failures: > 0 } => state.NotBefore,
        _ when state.Checkpoint != last.Number => state.NotBefore,
        _ => state.AskedAt + settings.AskAgain,
    };

    private async Task<WitnessState> AskAsync(
        PolicyParty witness, WitnessState? before, StoredCheckpoint last, CancellationToken cancellationToken)
    {
        var (outcome, why, size, wait) = await OutcomeAsync(witness, before?.Size ?? 0, last, cancellationToken);
        var (now, failures) = (time.GetUtcNow(), outcome == WitnessOutcome.Cosigned ? 0 : (before?.Failures ?? 0) + 1);
        var pause = failures == 0
            ? TimeSpan.Zero
            : settings.Retries.After(Math.Min(failures, settings.Retries.Pauses.Count), wait) ?? settings.AskAgain;
        var state = new WitnessState(
            witness.Key.ToString(), last.Number, now, now + pause, failures, outcome,
            why is null ? null : $"The witness '{witness.Name}' {why}.", size);
        await store.SaveAsync(state, cancellationToken);
        return state;
    }

    private async Task<(WitnessOutcome Outcome, string? Why, long Size, TimeSpan? Wait)> OutcomeAsync(
        PolicyParty witness, long known, StoredCheckpoint last, CancellationToken cancellationToken)
    {
        var (address, note, old) = (PolicyFile.AddressOf(witness)!, SignedNote.Parse(last.Note), known);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            // Of a size that this log does not have nothing can be proved; the witness tells again what it has.
            old = Math.Min(old, last.Size);
            var request = new AddCheckpoint(
                old, await new TiledTree(log, last.Size).ProveConsistencyAsync(old, cancellationToken), note);
            switch (await client.AskAsync(address, witness.Key, request, cancellationToken))
            {
                case WitnessReply.Cosigned(var signature):
                    await cosignatures.SaveAsync(last.Number, witness.Key, signature, cancellationToken);
                    return (WitnessOutcome.Cosigned, null, last.Size, null);
                case WitnessReply.Conflict(var size) when size > last.Size:
                    return await HasAsync(size, cancellationToken)
                        ? (WitnessOutcome.Away, "has cosigned a later checkpoint meanwhile", size, null)
                        : (WitnessOutcome.RolledBack, RolledBack(size, last.Size), size, null);
                case WitnessReply.Conflict(var size):
                    old = size;
                    break;
                case WitnessReply.Inconsistent:
                    return (WitnessOutcome.Split, Split(old), old, null);
                case WitnessReply.Refused(var why):
                    return (WitnessOutcome.Refused, why, old, null);
                case WitnessReply.Away(var why, var wait):
                    return (WitnessOutcome.Away, why, old, wait);
            }
        }

        return (WitnessOutcome.Refused, "names another size each time that it is asked", old, null);
    }

    private async Task<bool> HasAsync(long size, CancellationToken cancellationToken) =>
        (await log.FindLastCheckpointAsync(cancellationToken))?.Size >= size;

    private static string RolledBack(long theirs, long ours) => string.Create(CultureInfo.InvariantCulture,
        $"has cosigned {theirs} events of this log, which has signed {ours}: it was rolled back, as by an old backup");

    private static string Split(long size) => string.Create(CultureInfo.InvariantCulture,
        $"has cosigned {size} events that this log does not extend: its history was rewritten, or there are two of it");

    private static async Task<bool> LockAsync(
        NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection).With(AskLock);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
