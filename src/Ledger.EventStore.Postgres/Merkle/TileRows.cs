using Ledger.Integrity.Trees;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Reads tiles through a connection that may be in a transaction.</summary>
internal sealed class TileRows(NpgsqlConnection connection) : ITileReader
{
    public Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken) =>
        ReadAsync(connection, tile, cancellationToken);

    public static async Task<TreeHash[]> ReadAsync(
        NpgsqlConnection connection, TileId tile, CancellationToken cancellationToken)
    {
        var first = tile.Number * TileId.FullWidth;
        await using var command = new NpgsqlCommand(
            tile.Level == 0 ? Sql.ReadLeafHashes : Sql.ReadTileRoots, connection);
        if (tile.Level > 0)
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Level - 1 });

        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first + tile.Width });

        // Positions begin at 1, and tiles at 0.
        var expected = tile.Level == 0 ? first + 1 : first;
        var hashes = new List<TreeHash>(tile.Width);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken) && row.GetInt64(0) == expected + hashes.Count)
            hashes.Add(HashOf(row, tile));

        return hashes.Count == tile.Width
            ? [.. hashes]
            : throw new InvalidDataException(tile.Level == 0
                ? $"There is no leaf at position {expected + hashes.Count}."
                : $"There is no tile {new TileId(tile.Level - 1, expected + hashes.Count, TileId.FullWidth)}.");
    }

    private static TreeHash HashOf(NpgsqlDataReader row, TileId tile)
    {
        var bytes = row.GetFieldValue<byte[]>(1);
        return bytes.Length == TreeHash.Length
            ? new(bytes)
            : throw new InvalidDataException($"A hash in the tile {tile} has {bytes.Length} bytes.");
    }
}
