using System.Globalization;
using System.Runtime.CompilerServices;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.EventStore.Verifying;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Npgsql;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>
/// Grows the tree again from the stored leaves, and holds every stored tile and checkpoint against it as it passes
/// their size.
/// </summary>
/// <remarks>
/// A checkpoint whose signature is right is believed, and the leaves below it are not. Of a tree that went another way
/// the first place is told where that shows; all later checkpoints would say the same.
/// </remarks>
/// <param name="database">Where the log is.</param>
/// <param name="keys">The keys of the log as far as they are here; signatures of others are passed over.</param>
/// <param name="known">Further keys, by which somebody else verifies.</param>
/// <param name="kept">A checkpoint that somebody kept, which the log of today must extend.</param>
public sealed class TreeCheck(
    NpgsqlDataSource database, ILogKeys? keys, IReadOnlyList<INoteVerifier> known, SignedNote? kept) : ICheck
{
    private const string AlteredTile = "is missing, or is not the hash over what it stands for";

    /// <inheritdoc/>
    public string Name => "tree";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = new MerkleLog(database);
        var (total, tiles) = (await log.CountLeavesAsync(cancellationToken), await ReadTilesAsync(cancellationToken));
        await using var leaves = HashesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (tree, origin, altered) = (new GrowingTree(), default(string), new List<FullTile>());
        var named = await FindOriginAsync(cancellationToken);
        var verifiers = (IReadOnlyList<INoteVerifier>)[.. known, .. OwnKeys(named)];

        await foreach (var signed in SignedAsync(log, cancellationToken))
        {
            if (signed.WhatIsWrong(verifiers, origin) is { } wrong)
            {
                yield return new(Name, signed.Name, wrong);
                continue;
            }

            origin = signed.Checkpoint.Origin;
            while (tree.Size < signed.Checkpoint.Size && await leaves.MoveNextAsync())
                tree.Append(leaves.Current, full => Compare(full, tiles, altered));

            progress?.Report(new(Name, tree.Size, total));
            if (signed.Against(tree, altered) is { } other)
            {
                yield return new(Name, signed.Name, other);
                yield break;
            }

            foreach (var tile in altered)
                yield return new(Name, Tile(tile.Level, tile.Number), AlteredTile);

            altered.Clear();
        }

        // What a checkpoint that was blamed would have had is there rightly.
        while (await leaves.MoveNextAsync())
            tree.Append(leaves.Current, full => tiles.Remove((full.Level, full.Number)));

        if (origin is not null && origin != named)
            yield return new(Name, "log.identity", $"does not say the origin that was signed, '{origin}'");

        foreach (var (level, number) in tiles.Keys.Order())
            yield return new(Name, Tile(level, number), "is there, and no checkpoint has a tree with it");
    }

    private static string Tile(int level, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"tile {level}/{number}");

    private static void Compare(
        FullTile full, Dictionary<(int Level, long Number), byte[]> tiles, List<FullTile> altered)
    {
        if (!tiles.Remove((full.Level, full.Number), out var stored)
            || !stored.AsSpan().SequenceEqual(full.Root.ToArray()))
            altered.Add(full);
    }

    // What was kept stands where its size puts it, after stored ones of the same.
    private async IAsyncEnumerable<SignedSize> SignedAsync(
        MerkleLog log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (before, own) = (default(StoredCheckpoint), kept is null ? null : SignedSize.Of(kept));
        await foreach (var stored in log.ReadCheckpointsAsync(0, cancellationToken))
        {
            if (own is not null && own.Checkpoint.Size < stored.Size)
            {
                yield return own;
                own = null;
            }

            yield return SignedSize.Of(stored, before);
            before = stored;
        }

        if (own is not null)
            yield return own;
    }

    private async IAsyncEnumerable<TreeHash> HashesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.ReadLeafHashes, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = 0 },
                new NpgsqlParameter<long> { TypedValue = long.MaxValue },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            yield return new(row.GetFieldValue<byte[]>(1));
    }

    private async Task<string?> FindOriginAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select origin from log.identity");
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private IEnumerable<INoteVerifier> OwnKeys(string? origin)
    {
        try
        {
            return keys is null || origin is null ? [] : keys.Open(origin, isNew: false).Select(key => key.Verifier);
        }
        catch (LogKeysException)
        {
            // Whoever verifies need not be able to read the private keys.
            return [];
        }
    }

    private async Task<Dictionary<(int Level, long Number), byte[]>> ReadTilesAsync(
        CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.ReadAllTiles);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var tiles = new Dictionary<(int, long), byte[]>();
        while (await row.ReadAsync(cancellationToken))
            tiles.Add((row.GetInt32(0), row.GetInt64(1)), row.GetFieldValue<byte[]>(2));

        return tiles;
    }
}
