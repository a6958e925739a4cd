using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>What the publisher reads and writes, in its transaction.</summary>
internal static class CheckpointRows
{
    public static async Task<StoredCheckpoint?> FindLastAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.LastCheckpoint, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? MerkleLog.CheckpointOf(row) : null;
    }

    public static async Task SaveTilesAsync(
        NpgsqlConnection connection, List<FullTile> full, CancellationToken cancellationToken)
    {
        if (full.Count == 0)
            return;

        await using var copy = await connection.BeginBinaryImportAsync(Sql.CopyTiles, cancellationToken);
        foreach (var tile in full)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(tile.Level, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(tile.Number, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(tile.Root.ToArray(), NpgsqlDbType.Bytea, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public static async Task<StoredCheckpoint> SaveAsync(
        NpgsqlConnection connection, long number, Checkpoint checkpoint, SignedNote note,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.SaveCheckpoint, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = number },
                new NpgsqlParameter<long> { TypedValue = checkpoint.Size },
                new NpgsqlParameter<byte[]> { TypedValue = checkpoint.Root.ToArray() },
                new NpgsqlParameter<string> { TypedValue = note.ToString() },
            },
        };
        var at = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        return new(number, checkpoint.Size, checkpoint.Root, note.ToString(), at);
    }
}
