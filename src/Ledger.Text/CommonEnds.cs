namespace Ledger.Text;

/// <summary>Most revisions change a little in the middle: what stands before and behind it is paired at once.</summary>
internal static class CommonEnds
{
    /// <summary>
    /// Pairs the blocks that both texts have in common at their start and at their end, unless one of them says the
    /// same as a block between: which of those continues which is then not for the ends alone to tell.
    /// </summary>
    public static void Pair(Pairing pairing)
    {
        var (before, after) = (pairing.Before, pairing.After);
        var most = Math.Min(before.Count, after.Count);
        var start = 0;
        while (start < most && before[start] == after[start])
            start++;

        var end = 0;
        while (end < most - start && before[before.Count - 1 - end] == after[after.Count - 1 - end])
            end++;

        if (start + end == 0 || OccurBetween(before, after, start, end))
            return;

        for (var i = 0; i < start; i++)
            pairing.Pair(i, i);

        for (var i = 1; i <= end; i++)
            pairing.Pair(before.Count - i, after.Count - i);
    }

    private static bool OccurBetween(
        IReadOnlyList<AlignedText> before, IReadOnlyList<AlignedText> after, int start, int end)
    {
        var between = new HashSet<string>(StringComparer.Ordinal);
        var lengths = new HashSet<int>();
        Add(before);
        Add(after);
        for (var i = 0; i < before.Count && between.Count > 0; i++)
        {
            // Few texts are as long as one between, so few have to be hashed.
            if (i == start)
                i = before.Count - end;

            if (i < before.Count && lengths.Contains(before[i].Text.Length) && between.Contains(before[i].Text))
                return true;
        }

        return false;

        void Add(IReadOnlyList<AlignedText> side)
        {
            for (var i = start; i < side.Count - end; i++)
            {
                between.Add(side[i].Text);
                lengths.Add(side[i].Text.Length);
            }
        }
    }
}
