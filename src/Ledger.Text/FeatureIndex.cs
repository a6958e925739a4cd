namespace Ledger.Text;

/// <summary>Finds the old blocks that share the most with a new one, without looking at each.</summary>
internal sealed class FeatureIndex
{
    // What is in more old blocks than this says little about which one it was, and would cost much time.
    private const int MostPostings = 128;
    private const int MostNearest = 16;

    private readonly Dictionary<int, List<int>> postings = [];

    public FeatureIndex(Dictionary<int, int[]> blocks)
    {
        foreach (var (block, features) in blocks)
        {
            foreach (var feature in features.Distinct())
            {
                if (!postings.TryGetValue(feature, out var holders))
                    postings[feature] = holders = [];

                holders.Add(block);
            }
        }
    }

    /// <summary>The blocks that share the most features with these, the nearest first.</summary>
    public IEnumerable<int> Nearest(int[] features)
    {
        var shared = new Dictionary<int, int>();
        foreach (var feature in features.Distinct())
        {
            if (!postings.TryGetValue(feature, out var holders) || holders.Count > MostPostings)
                continue;

            foreach (var block in holders)
                shared[block] = shared.GetValueOrDefault(block) + 1;
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostNearest)
            .Select(pair => pair.Key);
    }
}
