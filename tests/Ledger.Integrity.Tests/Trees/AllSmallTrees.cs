using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Trees;

/// <summary>Every tree up to one leaf more than a full tile, every proof in it, against the reference.</summary>
public sealed class AllSmallTrees
{
    private const int Largest = 257;

    private static readonly byte[][] Leaves = NaiveTree.Leaves(Largest);
    private static readonly TreeHash[] Roots =
        [.. Enumerable.Range(0, Largest + 1).Select(size => new TreeHash(NaiveTree.Root(Leaves[..size])))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_tree_has_the_root_of_the_reference_at_every_size()
    {
        var tiles = MemoryTiles.Of([]);
        for (var size = 0; size <= Largest; size++)
        {
            Assert.Equal(Roots[size], tiles.Tree.Root());
            if (size < Largest)
                tiles.Append(MerkleTree.HashLeaf(Leaves[size]));
        }
    }

    [Fact]
    public async Task Every_leaf_is_proved_as_the_reference_proves_it()
    {
        var tiles = MemoryTiles.Of(Leaves);
        for (var size = 1; size <= Largest; size++)
        {
            var tree = new TiledTree(tiles, size);
            Assert.Equal(Roots[size], await tree.RootAsync(Token));
            for (var index = 0; index < size; index++)
            {
                var proof = await tree.ProveInclusionAsync(index, Token);
                Assert.True(ProofCheck.Includes(Roots[size], size, MerkleTree.HashLeaf(Leaves[index]), index, proof));

                // The reference hashes the whole tree for each step: some of them are enough.
                if (size % 16 < 2 || index % 37 == 0)
                    Assert.Equal(NaiveTree.Hashes(NaiveTree.Path(index, Leaves[..size])), proof);
            }
        }
    }

    [Fact]
    public async Task Every_tree_is_proved_to_extend_every_smaller_one()
    {
        var tiles = MemoryTiles.Of(Leaves);
        for (var second = 0; second <= Largest; second++)
        {
            for (var first = 0; first <= second; first++)
            {
                var proof = await new TiledTree(tiles, second).ProveConsistencyAsync(first, Token);
                Assert.True(ProofCheck.Extends(Roots[first], first, Roots[second], second, proof));
                if (first > 0 && (second % 16 < 2 || first % 37 == 0))
                    Assert.Equal(NaiveTree.Hashes(NaiveTree.Proof(first, Leaves[..second])), proof);
            }
        }
    }

    [Fact]
    public async Task A_tree_goes_on_from_its_tiles_as_if_it_had_never_stopped()
    {
        var tiles = MemoryTiles.Of(Leaves);
        for (var size = 0; size < Largest; size++)
        {
            var tree = await new TiledTree(tiles, size).ContinueAsync(Token);
            Assert.Equal(Roots[size], tree.Root());
            tree.Append(MerkleTree.HashLeaf(Leaves[size]));
            Assert.Equal(Roots[size + 1], tree.Root());
        }
    }
}
