namespace Ledger.Benchmarks.Harness;

/// <summary>One line of the result: what was reached, and beside it what the machine allows.</summary>
/// <param name="Name">As in the contract: <c>append.8</c>.</param>
/// <param name="Value">The median of all rounds.</param>
/// <param name="Limit">The median of the limit's rounds; null where there is nothing to compare with.</param>
/// <param name="LimitName">What was measured as the limit.</param>
/// <param name="Ratio">The value over the limit.</param>
/// <param name="N">The number of rounds of each side.</param>
/// <param name="P50">In milliseconds, over the operations of all rounds; null where a round is one operation.</param>
/// <param name="P99">Likewise.</param>
/// <param name="OtherLoad">
/// The largest share of the processors, from 0 to 1, that programs which have nothing to do with it took in a round.
/// </param>
internal sealed record Figure(
    string Name, double Value, string Unit, double? Limit, string? LimitName, double? Ratio, int N,
    double? P50, double? P99, double OtherLoad)
{
    /// <summary>What it must reach; null where nothing is asked.</summary>
    public Target? Target { get; init; } = Targets.Find(Name);

    /// <summary>Null where nothing is asked.</summary>
    public bool? Met => Target?.IsMetBy(this);

    public bool Disturbed => OtherLoad > Harness.OtherLoad.Tolerable;

    public static Figure Of(
        string name, string unit, IReadOnlyList<Sample> ours, string? limitName, IReadOnlyList<Sample> limit,
        double otherLoad)
    {
        var value = Statistics.Median([.. ours.Select(sample => sample.Value)]);
        double? bound = limit.Count == 0 ? null : Statistics.Median([.. limit.Select(sample => sample.Value)]);
        var latencies = ours.SelectMany(sample => sample.Latencies).Order().ToList();
        return new(name, value, unit, bound, limitName, value / bound, ours.Count,
            latencies.Count == 0 ? null : Statistics.Percentile(latencies, 0.5),
            latencies.Count == 0 ? null : Statistics.Percentile(latencies, 0.99),
            otherLoad);
    }
}
