namespace Ledger.Integrity.Trees;

/// <summary>A tile that has become full.</summary>
/// <param name="Level">0 for a tile of leaf hashes.</param>
/// <param name="Number">Its place among the tiles of its level, from 0.</param>
/// <param name="Root">The hash over its 256 hashes, which stands in the tile above.</param>
public readonly record struct FullTile(int Level, long Number, TreeHash Root);

/// <summary>A tree to which leaves are appended, of which only the unfinished tiles are kept: some kilobytes.</summary>
public sealed class GrowingTree
{
    private readonly List<List<TreeHash>> edge;

    /// <summary>A tree without leaves.</summary>
    public GrowingTree()
    {
        edge = [];
    }

    /// <summary>A tree that goes on from its unfinished tiles.</summary>
    /// <param name="size">How many leaves it has, 0 or more.</param>
    /// <param name="unfinished">
    /// For each level from 0 on, the hashes of the unfinished tile, as many as <see cref="TileId.WidthOfEdge"/> says.
    /// </param>
    /// <exception cref="ArgumentException">A tile has another number of hashes.</exception>
    public GrowingTree(long size, IReadOnlyList<IReadOnlyList<TreeHash>> unfinished)
    {
        Size = size;
        edge = [.. unfinished.Select(tile => tile.ToList())];
        for (var level = 0; level < Math.Max(edge.Count, TileId.LevelsOf(size)); level++)
        {
            var expected = TileId.WidthOfEdge(level, size);
            var actual = level < edge.Count ? edge[level].Count : 0;
            if (actual != expected)
                throw new ArgumentException(
                    $"The unfinished tile of level {level} of a tree of {size} has {expected} hashes, not {actual}.");
        }
    }

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>The root of the tree as it is now; made anew at each call, by some hundred hashes.</summary>
    public TreeHash Root()
    {
        TreeHash? root = null;
        foreach (var tile in edge)
            root = Join(tile, root);

        return root ?? MerkleTree.EmptyRoot;
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="whenFull">Told of each tile that becomes full by it, from the lowest level up.</param>
    public void Append(TreeHash leaf, Action<FullTile>? whenFull = null)
    {
        var hash = leaf;
        Size++;
        for (var level = 0; ; level++)
        {
            if (level == edge.Count)
                edge.Add(new(TileId.FullWidth));

            var tile = edge[level];
            tile.Add(hash);
            if (tile.Count < TileId.FullWidth)
                return;

            hash = MerkleTree.Root([.. tile]);
            tile.Clear();
            whenFull?.Invoke(new(level, (Size >> (TileId.Height * (level + 1))) - 1, hash));
        }
    }

    // What stands further right is lower in the tree, and is joined first.
    private static TreeHash? Join(List<TreeHash> tile, TreeHash? right)
    {
        for (var end = tile.Count; end > 0;)
        {
            var width = end & -end;
            var left = MerkleTree.Root([.. tile[(end - width)..end]]);
            right = right is { } joined ? MerkleTree.HashNode(left, joined) : left;
            end -= width;
        }

        return right;
    }
}
