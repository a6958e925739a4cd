namespace Ledger.Benchmarks.Harness;

/// <summary>How long and how often to measure.</summary>
/// <param name="Pairs">The rounds of each side that count.</param>
/// <param name="WarmUp">The length of the round that does not count.</param>
/// <param name="Round">The length of one that does; other programs measure for a second at least.</param>
/// <param name="Events">The length of the log that is read and rebuilt.</param>
internal sealed record Pace(int Pairs, TimeSpan WarmUp, TimeSpan Round, int Events)
{
    public static Pace Full { get; } = new(7, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), 100_000);

    /// <summary>All of it within two minutes.</summary>
    public static Pace Quick { get; } = new(5, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.4), 10_000);
}
