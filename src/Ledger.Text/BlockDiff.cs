namespace Ledger.Text;

/// <summary>A block's place before and after; one of the two is null where the block is new or gone.</summary>
/// <param name="Moved">Whether it stands in another order among the blocks that are on both sides.</param>
public readonly record struct BlockPair(int? Before, int? After, bool Moved);

/// <summary>The difference of two lists of blocks by their ids: which are new, gone, or elsewhere.</summary>
public static class BlockDiff
{
    /// <summary>The pairs in reading order: moved blocks once, at the new place; what is gone before the new.</summary>
    /// <remarks>The fewest blocks count as moved: those outside the longest run of ids that kept their order.</remarks>
    /// <exception cref="ArgumentException">An id occurs twice on one side.</exception>
    public static IReadOnlyList<BlockPair> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = Index(before, nameof(before));
        var stays = Index(after, nameof(after));
        var origins = after.Select(id => places.TryGetValue(id, out var place) ? place : -1).ToArray();
        var unmoved = IncreasingRun.Longest(origins);

        var pairs = new List<BlockPair>(Math.Max(before.Count, after.Count));
        var next = AddRemovedFrom(0);
        for (var i = 0; i < after.Count; i++)
        {
            var kept = unmoved.Contains(i);
            pairs.Add(new(origins[i] < 0 ? null : origins[i], i, Moved: origins[i] >= 0 && !kept));
            if (kept)
                next = AddRemovedFrom(Math.Max(next, origins[i] + 1));
        }

        return pairs;

        // Stops at the next block that kept its order, and passes over those that moved elsewhere.
        int AddRemovedFrom(int place)
        {
            for (; place < before.Count; place++)
            {
                if (!stays.TryGetValue(before[place], out var target))
                    pairs.Add(new(place, null, Moved: false));
                else if (unmoved.Contains(target))
                    break;
            }

            return place;
        }
    }

    private static Dictionary<string, int> Index(IReadOnlyList<string> ids, string side)
    {
        var places = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!places.TryAdd(ids[i], i))
                throw new ArgumentException($"Block '{ids[i]}' is both number {places[ids[i]]} and {i}.", side);
        }

        return places;
    }
}
