namespace Ledger.Integrity.Trees;

/// <summary>Where the tiles of a tree are had from.</summary>
public interface ITileReader
{
    /// <summary>The hashes of a tile, exactly as many as its width says.</summary>
    /// <exception cref="InvalidDataException">They are not there.</exception>
    Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken);
}

/// <summary>A tree of some size, read from its tiles.</summary>
/// <param name="tiles">Where the tiles are; they may hold more than this tree.</param>
/// <param name="size">How many leaves the tree has.</param>
public sealed class TiledTree(ITileReader tiles, long size)
{
    /// <summary>The root, which is as true as the tiles.</summary>
    public async Task<TreeHash> RootAsync(CancellationToken cancellationToken) =>
        (await HashAsync([new(0, size)], cancellationToken))[0];

    /// <summary>The proof that a leaf is in the tree, from the leaf's sibling up to the root's child.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public Task<TreeHash[]> ProveInclusionAsync(long index, CancellationToken cancellationToken) =>
        HashAsync(ProofPath.Inclusion(index, size), cancellationToken);

    /// <summary>The proof that a smaller tree is the beginning of this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not smaller.</exception>
    public Task<TreeHash[]> ProveConsistencyAsync(long first, CancellationToken cancellationToken) =>
        HashAsync(ProofPath.Consistency(first, size), cancellationToken);

    /// <summary>The tree as one that can grow.</summary>
    public async Task<GrowingTree> ContinueAsync(CancellationToken cancellationToken)
    {
        var edge = new List<TreeHash[]>();
        for (var level = 0; level < TileId.LevelsOf(size); level++)
        {
            var number = TileId.HashesAt(level, size) / TileId.FullWidth;
            var width = TileId.WidthOfEdge(level, size);
            edge.Add(width == 0 ? [] : await tiles.ReadAsync(new(level, number, width), cancellationToken));
        }

        return new(size, edge);
    }

    private async Task<TreeHash[]> HashAsync(IReadOnlyList<Subtree> parts, CancellationToken cancellationToken)
    {
        var read = new Dictionary<(int Level, long Number), TreeHash[]>();
        foreach (var tile in parts.SelectMany(part => part.Nodes()).Select(node => node.Tile).Distinct())
        {
            var id = TileId.Of(tile.Level, tile.Number, size)
                ?? throw new InvalidOperationException($"A tree of {size} leaves has no tile {tile}.");
            read[tile] = await tiles.ReadAsync(id, cancellationToken);
        }

        return [.. parts.Select(part => part.Hash(
            node => MerkleTree.Root(read[node.Tile].AsSpan(node.Offset, node.Hashes))))];
    }
}
