using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Extends the tree by what the log has more, and signs a checkpoint of it.</summary>
/// <remarks>
/// <list type="number">
/// <item>Tiles and checkpoint are written in one transaction, under a lock that one publisher holds; appends neither
/// wait for it nor know of it.</item>
/// <item>A checkpoint is signed only if the stored tiles and leaves make the root that was signed last, and the tree
/// grows from there. Otherwise nothing is signed, ever again, until somebody has looked.</item>
/// <item>Where the log and the keys are as they were, nothing is written: the last checkpoint stays the last.</item>
/// </list>
/// </remarks>
public sealed class CheckpointPublisher(NpgsqlDataSource database, LogSigning signing)
{
    // Held by whoever extends the tree.
    private const long PublishLock = 0x4C65_6467_6572_03;

    /// <summary>Signs what there is, waiting for another publisher where one is at work.</summary>
    /// <returns>The last checkpoint, which has every leaf that was there at the call.</returns>
    /// <exception cref="LogIntegrityException">The log does not extend what has been signed.</exception>
    /// <exception cref="LogKeysException">There is no key here that may sign, or the origin is another.</exception>
    public async Task<StoredCheckpoint> PublishAsync(CancellationToken cancellationToken)
    {
        var head = await new MerkleLog(database).CountLeavesAsync(cancellationToken);
        while (true)
        {
            var checkpoint = await StepAsync(cancellationToken);
            if (checkpoint.Size >= head)
                return checkpoint;
        }
    }

    /// <summary>Looks whether the log extends what was signed last, and writes nothing.</summary>
    /// <returns>Why it does not, in a sentence; null when it does.</returns>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await CheckpointRows.FindLastAsync(connection, cancellationToken) is not { } last)
            return null;

        try
        {
            await StoredTree.ContinueAsync(connection, last, cancellationToken);
            return null;
        }
        catch (LogIntegrityException e)
        {
            return e.Message;
        }
    }

    /// <summary>The origin of the log, given to it now where it has none.</summary>
    /// <exception cref="LogKeysException">It has another than is configured.</exception>
    public async Task<string> KeepOriginAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.KeepOrigin);
        command.Parameters.Add(
            new NpgsqlParameter<string> { TypedValue = signing.Origin ?? signing.FirstOrigin });

        // Of two that keep the first origin at once, one may see neither its own nor the other's.
        string? origin;
        do
            origin = await command.ExecuteScalarAsync(cancellationToken) as string;
        while (origin is null);

        return signing.Origin is null || signing.Origin == origin
            ? origin
            : throw new LogKeysException(
                $"The origin of this log is '{origin}' for all its life; LEDGER_LOG_ORIGIN says '{signing.Origin}'.");
    }

    private async Task<StoredCheckpoint> StepAsync(CancellationToken cancellationToken)
    {
        if (signing.Keys is not { } keys)
            throw new LogKeysException("This process signs no checkpoints.");

        var origin = await KeepOriginAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = PublishLock } },
        };
        await hold.ExecuteNonQueryAsync(cancellationToken);

        var last = await CheckpointRows.FindLastAsync(connection, cancellationToken);
        var own = keys.Open(origin, isNew: last is null);
        var unsigned = KeyRules.FindUnsigned(last, own);
        var tree = last is null ? new() : await StoredTree.ContinueAsync(connection, last, cancellationToken);
        var full = new List<FullTile>();
        await StoredTree.GrowAsync(connection, tree, full, cancellationToken);
        if (last is not null && tree.Size == last.Size && !unsigned)
            return last;

        await CheckpointRows.SaveTilesAsync(connection, full, cancellationToken);
        var checkpoint = new Checkpoint(origin, tree.Size, tree.Root());
        var note = SignedNote.Sign(checkpoint.ToText(), own.Select(key => key.Signer));
        var number = (last?.Number ?? 0) + 1;
        var saved = await CheckpointRows.SaveAsync(connection, number, checkpoint, note, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }
}
