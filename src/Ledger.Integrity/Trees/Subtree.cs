namespace Ledger.Integrity.Trees;

/// <summary>A node whose leaves are all there: it stands over 2^Level leaves.</summary>
/// <param name="Level">0 for a leaf.</param>
/// <param name="Index">Its place among the nodes of its level, from 0.</param>
public readonly record struct TreeNode(int Level, long Index)
{
    /// <summary>The tile in which its hash is, or the hashes from which it is made.</summary>
    public (int Level, long Number) Tile => (Level / TileId.Height, FirstHash / TileId.FullWidth);

    /// <summary>Where in that tile its hashes begin.</summary>
    public int Offset => (int)(FirstHash % TileId.FullWidth);

    /// <summary>How many hashes of that tile it is made from.</summary>
    public int Hashes => 1 << (Level % TileId.Height);

    private long FirstHash => Index << (Level % TileId.Height);
}

/// <summary>The part of a tree over some leaves, whose hash is a step of a proof.</summary>
/// <param name="Start">The index of its first leaf.</param>
/// <param name="End">The index after its last leaf.</param>
public readonly record struct Subtree(long Start, long End)
{
    /// <summary>The whole nodes that it is made of, from left to right: at most one of each level.</summary>
    public IEnumerable<TreeNode> Nodes()
    {
        for (var at = Start; at < End;)
        {
            var left = End - at;
            var level = System.Numerics.BitOperations.Log2((ulong)left);
            yield return new(level, at >> level);
            at += 1L << level;
        }
    }

    /// <summary>Its hash, made of the hashes of its nodes.</summary>
    public TreeHash Hash(Func<TreeNode, TreeHash> hashOf)
    {
        TreeHash? hash = null;
        foreach (var node in Nodes().Reverse())
            hash = hash is { } right ? MerkleTree.HashNode(hashOf(node), right) : hashOf(node);

        return hash ?? MerkleTree.EmptyRoot;
    }
}
