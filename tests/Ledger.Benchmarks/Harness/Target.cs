namespace Ledger.Benchmarks.Harness;

/// <summary>What a figure must reach.</summary>
/// <param name="Text">As it stands in the table: <c>>= 0.75</c>.</param>
internal sealed record Target(string Text, Predicate<Figure> IsMetBy)
{
    public static Target RatioAtLeast(string text, double least) =>
        new($">= {text}", figure => figure.Ratio >= least);

    public static Target RatioAtMost(string text, double most) =>
        new($"<= {text}", figure => figure.Ratio <= most);

    public static Target ValueBelow(string text, double bound) =>
        new($"< {text}", figure => figure.Value < bound);
}

/// <summary>What is asked of which figure; the ratios are those of medians in one run.</summary>
internal static class Targets
{
    private static readonly Dictionary<string, Target> All = new()
    {
        ["append.1"] = Target.RatioAtLeast("0.65", 0.65),
        ["append.8"] = Target.RatioAtLeast("0.75", 0.75),
        ["append.64"] = new(">= 1.2, p99 < 15 ms", figure => figure is { Ratio: >= 1.2, P99: < 15 }),
        ["append.256"] = Target.RatioAtLeast("1.4", 1.4),
        ["append.batch100"] = Target.RatioAtLeast("0.35", 0.35),
        ["import"] = Target.RatioAtLeast("0.6", 0.6),
        ["rebuild"] = Target.RatioAtLeast("0.4", 0.4),
        ["asof.flat"] = Target.RatioAtMost("1.2", 1.2),
        ["asof.flat.time"] = Target.RatioAtMost("1.2", 1.2),
        ["page.story"] = Target.RatioAtLeast("0.9", 0.9),
        ["page.history"] = Target.RatioAtLeast("0.9", 0.9),
        ["page.compare"] = Target.ValueBelow("200 ms", 200),
        ["page.304"] = Target.RatioAtLeast("1.4", 1.4),
        ["memory.serve"] = Target.ValueBelow("200 MiB", 200),
        ["memory.rebuild"] = Target.ValueBelow("300 MiB", 300),
        ["growth.append"] = Target.RatioAtLeast("0.9", 0.9),
        ["growth.page"] = Target.RatioAtLeast("0.9", 0.9),
    };

    /// <summary>That of the name, or of what it is one size of: <c>growth.append.1000000</c>.</summary>
    public static Target? Find(string name) =>
        All.GetValueOrDefault(name) ?? All.GetValueOrDefault(name[..Math.Max(0, name.LastIndexOf('.'))]);
}
