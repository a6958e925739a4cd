using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>The tree as its stored leaves and tiles make it, held against what was signed.</summary>
internal static class StoredTree
{
    // More than this is signed in several steps, so that no transaction takes minutes.
    private const int MostLeaves = 1 << 18;

    /// <summary>The tree of a checkpoint, rebuilt to the root that was signed.</summary>
    /// <exception cref="LogIntegrityException">It has another root, or cannot be rebuilt.</exception>
    public static async Task<GrowingTree> ContinueAsync(
        NpgsqlConnection connection, StoredCheckpoint last, CancellationToken cancellationToken)
    {
        Checkpoint signed;
        GrowingTree tree;
        try
        {
            signed = Checkpoint.Parse(SignedNote.Parse(last.Note).Text);
            tree = await new TiledTree(new TileRows(connection), last.Size).ContinueAsync(cancellationToken);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new LogIntegrityException(
                $"The log does not hold what checkpoint {last.Number} of {last.Size} events says: {e.Message}", e);
        }

        if (signed.Size != last.Size || signed.Root != last.Root)
            throw new LogIntegrityException($"The row of checkpoint {last.Number} does not say what its note says.");

        return tree.Root() == signed.Root
            ? tree
            : throw new LogIntegrityException(
                $"The tree over the first {last.Size} events has the root {tree.Root().ToBase64()}, but checkpoint "
                + $"{last.Number} was signed with {signed.Root.ToBase64()}.");
    }

    /// <summary>Appends the leaves that the log has beyond the tree, as many as one step takes.</summary>
    /// <param name="full">Gets the tiles that become full.</param>
    /// <exception cref="LogIntegrityException">A leaf is missing before another.</exception>
    public static async Task GrowAsync(
        NpgsqlConnection connection, GrowingTree tree, List<FullTile> full, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.ReadLeafHashes, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = tree.Size },
                new NpgsqlParameter<long> { TypedValue = tree.Size + MostLeaves },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            if (row.GetInt64(0) != tree.Size + 1)
                throw new LogIntegrityException($"There is no leaf at position {tree.Size + 1}, but there are later.");

            var hash = row.GetFieldValue<byte[]>(1);
            if (hash.Length != TreeHash.Length)
                throw new LogIntegrityException($"The leaf at position {tree.Size + 1} is no hash.");

            tree.Append(new(hash), full.Add);
        }
    }
}
