namespace Ledger.Integrity.Trees;

/// <summary>Which tile of a tree, and how much of it (C2SP tlog-tiles).</summary>
/// <param name="Level">From 0; a tile of level 0 holds hashes of leaves.</param>
/// <param name="Number">Its place among the tiles of its level, from 0.</param>
/// <param name="Width">How many hashes, from 1 to 256; fewer than 256 make a partial tile.</param>
public readonly record struct TileId(int Level, long Number, int Width)
{
    /// <summary>How many levels of the tree a tile spans.</summary>
    public const int Height = 8;

    /// <summary>How many hashes a full tile holds.</summary>
    public const int FullWidth = 1 << Height;

    public bool IsFull => Width == FullWidth;

    /// <summary>How many levels of tiles a tree has.</summary>
    public static int LevelsOf(long size)
    {
        var levels = 0;
        for (; size > 0; size >>= Height)
            levels++;

        return levels;
    }

    /// <summary>How many hashes stand in the unfinished tile of a level, 0 to 255.</summary>
    public static int WidthOfEdge(int level, long size) => (int)(HashesAt(level, size) % FullWidth);

    /// <summary>How many hashes the tiles of a level hold together.</summary>
    public static long HashesAt(int level, long size) => level * Height > 62 ? 0 : size >> (level * Height);

    /// <summary>The tile as far as a tree of some size has it; null when it has nothing of it.</summary>
    public static TileId? Of(int level, long number, long size)
    {
        var hashes = HashesAt(level, size);
        if (number < 0 || number > hashes / FullWidth)
            return null;

        var width = Math.Min(FullWidth, hashes - number * FullWidth);
        return width > 0 ? new(level, number, (int)width) : null;
    }

    /// <summary>Whether a tree of some size has at least this much of the tile.</summary>
    public bool IsWithin(long size) => Of(Level, Number, size) is { } there && there.Width >= Width;

    /// <summary>The path below the prefix of the log, such as <c>tile/0/x001/x234/067.p/8</c>.</summary>
    public override string ToString() => $"tile/{Level}/{TilePath.Write(Number, Width)}";
}
