using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Trees;

/// <summary>The tiles of a tree as a store would keep them: the leaves, and the root of each full tile.</summary>
internal sealed class MemoryTiles : ITileReader
{
    private readonly List<List<TreeHash>> levels = [[]];

    public GrowingTree Tree { get; } = new();

    public static MemoryTiles Of(IEnumerable<byte[]> leaves)
    {
        var tiles = new MemoryTiles();
        foreach (var leaf in leaves)
            tiles.Append(MerkleTree.HashLeaf(leaf));

        return tiles;
    }

    public void Append(TreeHash leaf)
    {
        levels[0].Add(leaf);
        Tree.Append(leaf, full =>
        {
            if (full.Level + 1 == levels.Count)
                levels.Add([]);

            Assert.Equal(full.Number, levels[full.Level + 1].Count);
            levels[full.Level + 1].Add(full.Root);
        });
    }

    public Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken)
    {
        Assert.True(tile.IsWithin(Tree.Size), $"{tile} is not in a tree of {Tree.Size}.");
        var first = (int)tile.Number * TileId.FullWidth;
        return Task.FromResult(levels[tile.Level].GetRange(first, tile.Width).ToArray());
    }
}
