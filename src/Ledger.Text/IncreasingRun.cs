namespace Ledger.Text;

internal static class IncreasingRun
{
    /// <summary>The indexes of a longest increasing subsequence; negative values take no part.</summary>
    public static HashSet<int> Longest(IReadOnlyList<int> values)
    {
        var previous = new int[values.Count];
        var tails = new List<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] < 0)
                continue;

            var length = LengthBelow(values[i]);
            previous[i] = length == 0 ? -1 : tails[length - 1];
            if (length == tails.Count)
                tails.Add(i);
            else
                tails[length] = i;
        }

        var run = new HashSet<int>();
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i])
            run.Add(i);

        return run;

        int LengthBelow(int value)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = values[tails[middle]] < value ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
