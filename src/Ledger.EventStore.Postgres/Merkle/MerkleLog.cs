using System.Runtime.CompilerServices;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>A checkpoint as it was signed and stored.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Size">How many leaves, as its row says; the note says it again, and is what was signed.</param>
/// <param name="Root">The root over them, as its row says.</param>
/// <param name="Note">The signed note, as it is served.</param>
/// <param name="PublishedAt">When it was stored, in UTC.</param>
public sealed record StoredCheckpoint(
    long Number, long Size, TreeHash Root, string Note, DateTimeOffset PublishedAt);

/// <summary>
/// The Merkle tree over the log as it is stored: leaves, tiles and checkpoints. The leaf of an event is at the index of
/// its position less one.
/// </summary>
/// <remarks>What is read is as true as the tables. Nothing here verifies, and only the publisher writes.</remarks>
public sealed class MerkleLog(NpgsqlDataSource database) : ITileReader
{
    /// <summary>How many leaves there are, with those that no checkpoint has yet.</summary>
    public async Task<long> CountLeavesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.CountLeaves);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The checkpoint that was published last, or null when there is none yet.</summary>
    public async Task<StoredCheckpoint?> FindLastCheckpointAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.LastCheckpoint);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? CheckpointOf(row) : null;
    }

    /// <summary>The checkpoint of a number, or null when there is none.</summary>
    public async Task<StoredCheckpoint?> FindCheckpointAsync(long number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.FindCheckpoint);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? CheckpointOf(row) : null;
    }

    /// <summary>All checkpoints after a number, in order; 0 begins with the first.</summary>
    public async IAsyncEnumerable<StoredCheckpoint> ReadCheckpointsAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.ReadCheckpoints, connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = after } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            yield return CheckpointOf(row);
    }

    /// <summary>The hashes of a tile: from the leaves, or from the roots of the tiles below.</summary>
    /// <exception cref="InvalidDataException">One of them is not there.</exception>
    public async Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await TileRows.ReadAsync(connection, tile, cancellationToken);
    }

    /// <summary>Events with the leaves that are made of them anew, in order.</summary>
    /// <param name="after">The position before the first.</param>
    /// <param name="to">The last position.</param>
    public IAsyncEnumerable<LeafRow> ReadLeavesAsync(long after, long to, CancellationToken cancellationToken) =>
        ReadLeavesAsync(Sql.ReadLeaves, cancellationToken, after, to);

    /// <summary>The events of one stream with their leaves, in order.</summary>
    /// <param name="to">The last position.</param>
    public IAsyncEnumerable<LeafRow> ReadStreamLeavesAsync(
        Guid stream, long to, CancellationToken cancellationToken) =>
        ReadLeavesAsync(Sql.ReadStreamLeaves, cancellationToken, stream, to);

    /// <summary>All events with their leaves, stream after stream, and within each in order.</summary>
    /// <param name="to">The last position.</param>
    public IAsyncEnumerable<LeafRow> ReadAllStreamLeavesAsync(long to, CancellationToken cancellationToken) =>
        ReadLeavesAsync(Sql.ReadAllStreamLeaves, cancellationToken, to);

    /// <summary>The proof that an event is in the tree of a checkpoint, with the event's leaf.</summary>
    /// <param name="position">The event's position, at most the checkpoint's size.</param>
    /// <exception cref="InvalidDataException">The event, its leaf or a tile is not there.</exception>
    public async Task<TlogProof> ProveAsync(
        long position, StoredCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var leaf = await ReadLeavesAsync(position - 1, position, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidDataException($"There is no event with a leaf at position {position}.");
        var hashes = await new TiledTree(this, checkpoint.Size).ProveInclusionAsync(position - 1, cancellationToken);
        return new(leaf.Bytes, position - 1, hashes, SignedNote.Parse(checkpoint.Note));
    }

    private async IAsyncEnumerable<LeafRow> ReadLeavesAsync(
        string sql, [EnumeratorCancellation] CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            yield return LeafRow.Of(row);
    }

    internal static StoredCheckpoint CheckpointOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), new(row.GetFieldValue<byte[]>(2)), row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4));
}
