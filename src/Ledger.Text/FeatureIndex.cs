namespace Ledger.Text;

/// <summary>Finds the old blocks that share the most with a new one, without looking at each of many.</summary>
internal sealed class FeatureIndex
{
    // What is in more old blocks than this says little about which one it was, and would cost much time.
    private const int MostPostings = 128;
    private const int MostNearest = 16;

    private readonly Dictionary<int, ulong[]> blocks;
    private readonly Dictionary<ulong, List<int>> postings = [];

    public FeatureIndex(Dictionary<int, ulong[]> blocks)
    {
        this.blocks = blocks;
        if (blocks.Count <= MostNearest)
            return;

        foreach (var (block, features) in blocks)
        {
            for (var i = 0; i < features.Length; i++)
            {
                if (Features.IsRepeated(features, i))
                    continue;

                if (!postings.TryGetValue(features[i], out var holders))
                    postings[features[i]] = holders = [];

                holders.Add(block);
            }
        }
    }

    /// <summary>The blocks that share the most features with these, the nearest first; all share one.</summary>
    public IEnumerable<int> Nearest(ulong[] features) =>
        (blocks.Count <= MostNearest ? SharedWithEach(features) : SharedByPostings(features))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostNearest)
            .Select(pair => pair.Key);

    // Of a few blocks each is near enough to be looked at.
    private Dictionary<int, int> SharedWithEach(ulong[] features)
    {
        var shared = new Dictionary<int, int>(blocks.Count);
        foreach (var (block, others) in blocks)
        {
            if (Features.CommonKinds(features, others) is var common and > 0)
                shared[block] = common;
        }

        return shared;
    }

    private Dictionary<int, int> SharedByPostings(ulong[] features)
    {
        var shared = new Dictionary<int, int>();
        for (var i = 0; i < features.Length; i++)
        {
            if (Features.IsRepeated(features, i)
                || !postings.TryGetValue(features[i], out var holders) || holders.Count > MostPostings)
                continue;

            foreach (var block in holders)
                shared[block] = shared.GetValueOrDefault(block) + 1;
        }

        return shared;
    }
}
