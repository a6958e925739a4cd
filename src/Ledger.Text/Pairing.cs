namespace Ledger.Text;

/// <summary>Which new block continues which old one, as far as it has been found out.</summary>
internal sealed class Pairing(IReadOnlyList<AlignedText> before, IReadOnlyList<AlignedText> after)
{
    private readonly int?[] origins = new int?[after.Count];
    private readonly bool[] continued = new bool[before.Count];
    private int pairs;

    public IReadOnlyList<AlignedText> Before => before;
    public IReadOnlyList<AlignedText> After => after;

    /// <summary>For each new block the old one that it continues.</summary>
    public IReadOnlyList<int?> Origins => origins;

    public IEnumerable<int> OldOnes => Enumerable.Range(0, before.Count).Where(IsFree);
    public IEnumerable<int> NewOnes => Enumerable.Range(0, after.Count).Where(j => origins[j] is null);

    /// <summary>Whether there is such an old block, and no new one continues it yet.</summary>
    public bool IsFree(int old) => old >= 0 && old < before.Count && !continued[old];

    /// <summary>Whether both are blocks that are still to be paired.</summary>
    public bool AreFree(int old, int @new) => IsFree(old) && origins[@new] is null;

    /// <summary>Whether there is still something to pair on both sides.</summary>
    public bool HasBoth => pairs < before.Count && pairs < after.Count;

    /// <summary>The old block and the new one that are still to be paired, where there is just one of each.</summary>
    public (int Old, int New)? OnlyOnesLeft() => pairs == before.Count - 1 && pairs == after.Count - 1
        ? (Array.IndexOf(continued, false), Array.IndexOf(origins, null))
        : null;

    public void Pair(int old, int @new)
    {
        pairs++;
        continued[old] = true;
        origins[@new] = old;
    }
}
