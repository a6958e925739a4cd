namespace Ledger.Benchmarks.Harness;

/// <summary>The few numbers that stand for many.</summary>
internal static class Statistics
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("There is no median of nothing.", nameof(values));

        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The smallest of the values that no less than this share of them does not exceed.</summary>
    /// <param name="sorted">All of them, rising.</param>
    /// <param name="share">More than 0, at most 1: 0.99 for the 99th percentile.</param>
    public static double Percentile(IReadOnlyList<double> sorted, double share)
    {
        if (sorted.Count == 0)
            throw new ArgumentException("There is no percentile of nothing.", nameof(sorted));

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
