namespace Ledger.Integrity.Trees;

/// <summary>Whether proofs prove what they are said to (RFC 9162, sections 2.1.3.2 and 2.1.4.2).</summary>
public static class ProofCheck
{
    /// <summary>Whether a leaf is at its place in the tree that has the root.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="proof">From the leaf's sibling up to the root's child.</param>
    public static bool Includes(
        TreeHash root, long size, TreeHash leaf, long index, IReadOnlyList<TreeHash> proof)
    {
        if (index < 0 || index >= size)
            return false;

        var (node, last) = (index, size - 1);
        var hash = leaf;
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;

            if (IsOdd(node) || node == last)
            {
                hash = MerkleTree.HashNode(sibling, hash);
                while (!IsOdd(node) && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
                hash = MerkleTree.HashNode(hash, sibling);

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether one tree is the beginning of another.</summary>
    /// <param name="proof">Empty where the first tree is empty or the second is the same.</param>
    public static bool Extends(
        TreeHash firstRoot, long first, TreeHash secondRoot, long second, IReadOnlyList<TreeHash> proof)
    {
        if (first < 0 || first > second)
            return false;

        if (first == second)
            return proof.Count == 0 && firstRoot == secondRoot;

        if (first == 0)
            return proof.Count == 0 && firstRoot == MerkleTree.EmptyRoot;

        // Of a tree that is one whole node, the proof leaves out that node's hash, which is its root.
        var isWhole = (first & (first - 1)) == 0;
        return proof.Count > 0 && Climb(firstRoot, first, secondRoot, second, isWhole ? [firstRoot, .. proof] : proof);
    }

    private static bool Climb(
        TreeHash firstRoot, long first, TreeHash secondRoot, long second, IReadOnlyList<TreeHash> path)
    {
        var (node, last) = (first - 1, second - 1);
        while (IsOdd(node))
            (node, last) = (node >> 1, last >> 1);

        var (smaller, larger) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
                return false;

            if (IsOdd(node) || node == last)
            {
                smaller = MerkleTree.HashNode(hash, smaller);
                larger = MerkleTree.HashNode(hash, larger);
                while (!IsOdd(node) && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
                larger = MerkleTree.HashNode(larger, hash);

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && smaller == firstRoot && larger == secondRoot;
    }

    private static bool IsOdd(long number) => (number & 1) == 1;
}
