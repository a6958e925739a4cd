namespace Ledger.Domain.Stories;

internal static class Blocks
{
    /// <summary>Each block put through a function; the list itself where that changes none of them.</summary>
    public static IReadOnlyList<Block> MapOrSame(this IReadOnlyList<Block> blocks, Func<Block, Block> change)
    {
        Block[]? changed = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = change(blocks[i]);
            if (changed is null && !ReferenceEquals(block, blocks[i]))
                changed = [.. blocks];

            changed?[i] = block;
        }

        return changed ?? blocks;
    }
}
