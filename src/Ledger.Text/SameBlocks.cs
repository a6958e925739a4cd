namespace Ledger.Text;

internal static class SameBlocks
{
    /// <summary>Pairs blocks of the same key; a block whose key is null takes no part.</summary>
    /// <remarks>
    /// A key that is unique on both sides cannot be mistaken. Of several that are alike, the one beside a pair belongs
    /// to it; those that are left are paired in their order.
    /// </remarks>
    public static void Pair(Pairing pairing, Func<AlignedText, AlignedText?> key)
    {
        var old = pairing.OldOnes.ToLookup(i => key(pairing.Before[i]));
        var @new = pairing.NewOnes.Where(j => key(pairing.After[j]) is not null).ToLookup(j => key(pairing.After[j]));
        foreach (var group in @new.Where(group => group.Count() == 1 && old[group.Key].Count() == 1))
            pairing.Pair(old[group.Key].First(), group.First());

        for (var j = 0; j < pairing.After.Count; j++)
            PairBeside(j == 0 ? -1 : pairing.Origins[j - 1], 1, j);

        for (var j = pairing.After.Count - 1; j >= 0; j--)
            PairBeside(j == pairing.After.Count - 1 ? pairing.Before.Count : pairing.Origins[j + 1], -1, j);

        foreach (var group in @new)
        {
            var left = group.Where(j => pairing.Origins[j] is null);
            foreach (var (i, j) in old[group.Key].Where(pairing.IsFree).Zip(left).ToList())
                pairing.Pair(i, j);
        }

        void PairBeside(int? neighbour, int step, int j)
        {
            if (neighbour + step is { } i && pairing.AreFree(i, j)
                && key(pairing.Before[i]) is { } same && same == key(pairing.After[j]))
                pairing.Pair(i, j);
        }
    }
}
