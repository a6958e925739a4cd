using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Trees;

public sealed class TreeVectors
{
    private static readonly string[] Inputs =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    // The trees over the first inputs, as the tests of Certificate Transparency have them.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void A_tree_has_the_root_of_the_standard(int size, string root)
    {
        var leaves = Inputs.Take(size).Select(Convert.FromHexString).ToArray();

        Assert.Equal(root, MemoryTiles.Of(leaves).Tree.Root().ToString());
        Assert.Equal(root, Convert.ToHexStringLower(NaiveTree.Root(leaves)));
        Assert.Equal(root, MerkleTree.Root([.. leaves.Select(leaf => MerkleTree.HashLeaf(leaf))]).ToString());
    }

    [Theory]
    [InlineData(0, 256, "000")]
    [InlineData(7, 1, "007.p/1")]
    [InlineData(999, 256, "999")]
    [InlineData(1_000, 255, "x001/000.p/255")]
    [InlineData(1_234_067, 256, "x001/x234/067")]
    public void The_number_of_a_tile_is_a_path(long number, int width, string path)
    {
        Assert.Equal(path, TilePath.Write(number, width));
        Assert.True(TilePath.TryParse(path, out var readNumber, out var readWidth));
        Assert.Equal((number, width), (readNumber, readWidth));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000")]
    [InlineData("x000/001")]
    [InlineData("001/002")]
    [InlineData("x001")]
    [InlineData("x001/x002")]
    [InlineData("001.p/0")]
    [InlineData("001.p/256")]
    [InlineData("001.p/01")]
    [InlineData("001.p/")]
    [InlineData("001.p/1.p/1")]
    [InlineData("+01")]
    [InlineData("-01")]
    [InlineData("١٢٣")]
    [InlineData("x999/x999/x999/x999/x999/x999/999")]
    public void No_other_path_is_a_number(string path) => Assert.False(TilePath.TryParse(path, out _, out _));

    // The example of the specification.
    [Fact]
    public void A_tree_of_70000_leaves_has_the_tiles_of_the_standard()
    {
        Assert.Equal(3, TileId.LevelsOf(70_000));
        Assert.Equal(new TileId(0, 272, 256), TileId.Of(0, 272, 70_000));
        Assert.Equal(new TileId(0, 273, 112), TileId.Of(0, 273, 70_000));
        Assert.Null(TileId.Of(0, 274, 70_000));
        Assert.Equal(new TileId(1, 0, 256), TileId.Of(1, 0, 70_000));
        Assert.Equal(new TileId(1, 1, 17), TileId.Of(1, 1, 70_000));
        Assert.Equal(new TileId(2, 0, 1), TileId.Of(2, 0, 70_000));
        Assert.Null(TileId.Of(3, 0, 70_000));
        Assert.Equal(new TileId(1, 0, 1), TileId.Of(1, 0, 256));
        Assert.Null(TileId.Of(0, 1, 256));
        Assert.Null(TileId.Of(63, 0, long.MaxValue));
    }
}
