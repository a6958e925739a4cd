namespace Ledger.Text;

/// <summary>Whether blocks that are not paired stand beside blocks that are.</summary>
internal sealed class Places
{
    private readonly int[] newAbove;
    private readonly int[] newBelow;
    private readonly int[] oldAbove;
    private readonly int[] oldBelow;

    public Places(Pairing pairing)
    {
        var (before, after) = (pairing.Before.Count, pairing.After.Count);
        newAbove = new int[after];
        newBelow = new int[after];
        oldAbove = new int[before];
        oldBelow = new int[before];

        // Both sides name a neighbour by its old number: none above is -1, none below the number of old blocks.
        for (int j = 0, last = -1; j < after; j++)
            newAbove[j] = last = pairing.Origins[j] ?? last;

        for (int j = after - 1, last = before; j >= 0; j--)
            newBelow[j] = last = pairing.Origins[j] ?? last;

        for (int i = 0, last = -1; i < before; i++)
            oldAbove[i] = last = pairing.IsFree(i) ? last : i;

        for (int i = before - 1, last = before; i >= 0; i--)
            oldBelow[i] = last = pairing.IsFree(i) ? last : i;
    }

    /// <summary>Whether the next pair above, or the next below, is the same for an old block and a new one.</summary>
    public bool Agree(int old, int @new) =>
        oldAbove[old] == newAbove[@new] || oldBelow[old] == newBelow[@new];
}
