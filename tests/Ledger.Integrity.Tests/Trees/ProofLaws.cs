using FsCheck;
using FsCheck.Fluent;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Trees;

public sealed class ProofLaws
{
    // Trees of up to three levels of tiles, most of them near where a tile begins.
    private static readonly Gen<int> Sizes = Gen.Frequency(
        (3, Gen.Choose(1, 600)),
        (2, Gen.Choose(-3, 3).Select(more => 256 * 4 + more)),
        (1, Gen.Choose(65_534, 65_538)));

    private static readonly Lazy<MemoryTiles> Tiles = new(() => MemoryTiles.Of(NaiveTree.Leaves(65_600)));

    private static readonly Gen<(int Size, int Index)> Places =
        from size in Sizes
        from index in Gen.Choose(0, size - 1)
        select (size, index);

    private static readonly Gen<(int First, int Second)> Pairs =
        from second in Sizes.Where(size => size > 1)
        from first in Gen.Choose(1, second - 1)
        select (first, second);

    [Fact]
    public void A_leaf_is_proved_and_nothing_else_is_proved_by_it() => Law.Holds(
        Gen.Zip(Places, Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var ((size, index), random) = drawn;
            var (root, leaf, proof) = Prove(size, index);

            Assert.True(ProofCheck.Includes(root, size, leaf, index, proof));
            Assert.False(ProofCheck.Includes(Other(root, random), size, leaf, index, proof));
            Assert.False(ProofCheck.Includes(root, size, Other(leaf, random), index, proof));
            Assert.False(ProofCheck.Includes(root, size, leaf, index, [.. proof, root]));
            Assert.False(ProofCheck.Includes(root, size, leaf, size, proof));
            Assert.False(ProofCheck.Includes(root, size, leaf, -1, proof));
            var elsewhere = random % size;
            Assert.Equal(elsewhere == index, ProofCheck.Includes(root, size, leaf, elsewhere, proof));
            if (proof.Length > 0)
            {
                Assert.False(ProofCheck.Includes(root, size, leaf, index, proof[1..]));
                Assert.False(ProofCheck.Includes(root, size, leaf, index, proof[..^1]));
                Assert.False(ProofCheck.Includes(root, size, leaf, index, Changed(proof, random)));
            }
        });

    [Fact]
    public void A_place_is_not_proved_in_a_tree_of_another_shape() => Law.Holds(Places, place =>
    {
        var (size, index) = place;
        var (root, leaf, proof) = Prove(size, index);

        // A tree of another size with the same path above the leaf proves the same hashes; no other does.
        var sameShape = ProofPath.Inclusion(index, size).Count;
        foreach (var other in new[] { size - 1, size + 1, size * 2, size * 2 + 1 }.Where(other => other > index))
        {
            if (ProofPath.Inclusion(index, other).Count != sameShape)
                Assert.False(ProofCheck.Includes(root, other, leaf, index, proof));
        }
    });

    [Fact]
    public void A_tree_extends_its_beginning_and_no_other_tree() => Law.Holds(
        Gen.Zip(Pairs, Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var ((first, second), random) = drawn;
            var (before, after, proof) = Extend(first, second);

            Assert.True(ProofCheck.Extends(before, first, after, second, proof));
            Assert.False(ProofCheck.Extends(Other(before, random), first, after, second, proof));
            Assert.False(ProofCheck.Extends(before, first, Other(after, random), second, proof));
            Assert.False(ProofCheck.Extends(before, first, after, second, Changed(proof, random)));
            Assert.False(ProofCheck.Extends(before, first, after, second, [.. proof, after]));
            Assert.False(ProofCheck.Extends(before, first, after, second, proof[..^1]));
            Assert.False(ProofCheck.Extends(before, first, after, second, []));
            Assert.False(ProofCheck.Extends(after, second, before, first, proof));
            Assert.False(ProofCheck.Extends(before, first, after, first, proof));
            Assert.False(ProofCheck.Extends(before, 0, after, second, proof));
            if (first > 1)
                Assert.False(ProofCheck.Extends(before, first - 1, after, second, proof));
        });

    [Fact]
    public void Every_tree_extends_the_empty_one_and_itself_without_a_proof()
    {
        var (root, _, _) = Prove(300, 7);

        Assert.True(ProofCheck.Extends(MerkleTree.EmptyRoot, 0, root, 300, []));
        Assert.False(ProofCheck.Extends(root, 0, root, 300, []));
        Assert.True(ProofCheck.Extends(root, 300, root, 300, []));
        Assert.False(ProofCheck.Extends(Other(root, 5), 300, root, 300, []));
        Assert.False(ProofCheck.Extends(root, 300, root, 300, [root]));
    }

    private static (TreeHash Root, TreeHash Leaf, TreeHash[] Proof) Prove(int size, int index)
    {
        var tree = new TiledTree(Tiles.Value, size);
        return (
            tree.RootAsync(default).GetAwaiter().GetResult(),
            MerkleTree.HashLeaf(NaiveTree.Leaf(index)),
            tree.ProveInclusionAsync(index, default).GetAwaiter().GetResult());
    }

    private static (TreeHash Before, TreeHash After, TreeHash[] Proof) Extend(int first, int second) => (
        new TiledTree(Tiles.Value, first).RootAsync(default).GetAwaiter().GetResult(),
        new TiledTree(Tiles.Value, second).RootAsync(default).GetAwaiter().GetResult(),
        new TiledTree(Tiles.Value, second).ProveConsistencyAsync(first, default).GetAwaiter().GetResult());

    private static TreeHash[] Changed(TreeHash[] proof, int random)
    {
        TreeHash[] changed = [.. proof];
        changed[random % proof.Length] = Other(proof[random % proof.Length], random);
        return changed;
    }

    // The same hash with one bit turned.
    private static TreeHash Other(TreeHash hash, int random)
    {
        var bytes = hash.ToArray();
        bytes[random % bytes.Length] ^= (byte)(1 << random % 8);
        return new(bytes);
    }
}
