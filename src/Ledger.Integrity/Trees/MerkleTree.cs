using System.Numerics;
using System.Security.Cryptography;

namespace Ledger.Integrity.Trees;

/// <summary>How the hashes of a Merkle tree are made (RFC 6962, section 2.1, with SHA-256).</summary>
public static class MerkleTree
{
    // By these a leaf can never be taken for a node.
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static TreeHash EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of a leaf.</summary>
    public static TreeHash HashLeaf(ReadOnlySpan<byte> leaf)
    {
        var prefixed = new byte[leaf.Length + 1];
        prefixed[0] = LeafPrefix;
        leaf.CopyTo(prefixed.AsSpan(1));
        return new(SHA256.HashData(prefixed));
    }

    /// <summary>The hash of a node over its two children.</summary>
    public static TreeHash HashNode(TreeHash left, TreeHash right)
    {
        Span<byte> children = stackalloc byte[1 + 2 * TreeHash.Length];
        children[0] = NodePrefix;
        left.CopyTo(children[1..]);
        right.CopyTo(children[(1 + TreeHash.Length)..]);
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        SHA256.HashData(children, hash);
        return new(hash);
    }

    /// <summary>The root over hashes that stand side by side at one level, each over equally many leaves.</summary>
    /// <param name="hashes">The hashes from left to right; those of a full tile are 256.</param>
    public static TreeHash Root(ReadOnlySpan<TreeHash> hashes)
    {
        switch (hashes.Length)
        {
            case 0:
                return EmptyRoot;
            case 1:
                return hashes[0];
            default:
                var split = SplitOf(hashes.Length);
                return HashNode(Root(hashes[..(int)split]), Root(hashes[(int)split..]));
        }
    }

    /// <summary>The largest power of two below a size of 2 or more, where a tree of that size is split.</summary>
    internal static long SplitOf(long size) => 1L << BitOperations.Log2((ulong)size - 1);
}
