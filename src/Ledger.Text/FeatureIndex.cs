namespace Ledger.Text;

/// <summary>Finds the old blocks that share the most with a new one, without looking at each.</summary>
internal sealed class FeatureIndex
{
    // What is in more old blocks than this says little about which one it was, and would cost much time.
    private const int MostPostings = 128;
    private const int MostNearest = 16;

    private readonly Dictionary<ulong, List<int>> postings = [];

    public FeatureIndex(Dictionary<int, ulong[]> blocks)
    {
        foreach (var (block, features) in blocks)
        {
            for (var i = 0; i < features.Length; i++)
            {
                if (IsRepeated(features, i))
                    continue;

                if (!postings.TryGetValue(features[i], out var holders))
                    postings[features[i]] = holders = [];

                holders.Add(block);
            }
        }
    }

    /// <summary>The blocks that share the most features with these, the nearest first.</summary>
    public IEnumerable<int> Nearest(ulong[] features)
    {
        var shared = new Dictionary<int, int>();
        for (var i = 0; i < features.Length; i++)
        {
            if (IsRepeated(features, i)
                || !postings.TryGetValue(features[i], out var holders) || holders.Count > MostPostings)
                continue;

            foreach (var block in holders)
                shared[block] = shared.GetValueOrDefault(block) + 1;
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostNearest)
            .Select(pair => pair.Key);
    }

    // They are sorted.
    private static bool IsRepeated(ulong[] features, int i) => i > 0 && features[i] == features[i - 1];
}
