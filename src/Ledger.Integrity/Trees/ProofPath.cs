namespace Ledger.Integrity.Trees;

/// <summary>Which hashes make a proof, in the order in which they stand in it (RFC 6962, section 2.1).</summary>
public static class ProofPath
{
    /// <summary>For the proof that a leaf is in a tree (section 2.1.1).</summary>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<Subtree> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Subtree>();
        long start = 0, end = size;
        while (end - start > 1)
        {
            var middle = start + MerkleTree.SplitOf(end - start);
            if (index < middle)
            {
                path.Add(new(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new(start, middle));
                start = middle;
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>For the proof that a tree is the beginning of a larger one (section 2.1.2).</summary>
    /// <param name="first">How many leaves the smaller tree has, 0 or more; of 0 and of the same size nothing is to be
    /// proved.</param>
    /// <param name="second">How many leaves the larger tree has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first is not the smaller one.</exception>
    public static IReadOnlyList<Subtree> Consistency(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        if (first == 0 || first == second)
            return [];

        var path = new List<Subtree>();
        long start = 0, end = second;

        // Down to the node that ends where the smaller tree ends.
        while (first != end)
        {
            var middle = start + MerkleTree.SplitOf(end - start);
            if (first <= middle)
            {
                path.Add(new(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new(start, middle));
                start = middle;
            }
        }

        // Whoever checks has the hash of that node where it is the whole smaller tree.
        if (start > 0)
            path.Add(new(start, end));

        path.Reverse();
        return path;
    }
}
