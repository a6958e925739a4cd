namespace Ledger.Text;

/// <summary>A block as far as alignment needs it.</summary>
/// <param name="Kind">Blocks of different kinds are the same block only where they say the same.</param>
public readonly record struct AlignedText(string Kind, string Text);

/// <summary>Finds for each block of a new text the block of the old one that it clearly is.</summary>
public static class BlockAligner
{
    /// <summary>For each new block the index of the old one that it continues, or null when it is new.</summary>
    /// <remarks>
    /// An old block is continued by one new block at most. First come blocks that say the same, wherever they stand,
    /// then those that were edited, last the largest part of what was split or merged.
    /// </remarks>
    public static IReadOnlyList<int?> Align(IReadOnlyList<AlignedText> before, IReadOnlyList<AlignedText> after)
    {
        var pairing = new Pairing(before, after);
        CommonEnds.Pair(pairing);
        AlignRest(pairing);
        return pairing.Origins;
    }

    /// <summary>Finds the blocks that are not paired yet.</summary>
    internal static void AlignRest(Pairing pairing)
    {
        if (!pairing.HasBoth || LittleEdited.TryPair(pairing))
            return;

        SameBlocks.Pair(pairing, block => block);
        SameBlocks.Pair(pairing, block => block.Text.Length == 0 ? null : block with { Kind = "" });
        if (!LittleEdited.TryPair(pairing))
            EditedBlocks.Pair(pairing);
    }
}
