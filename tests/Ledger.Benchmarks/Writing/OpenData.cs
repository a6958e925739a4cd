namespace Ledger.Benchmarks.Writing;

/// <summary>What real articles and their changes look like.</summary>
/// <remarks>
/// Taken once, by counting and measuring the events that an import of open data made: 326 articles of digital.gov,
/// 18F and GOV.UK with 2,992 revisions, 3,231 events. It is government news, imported from version control: it has no
/// pictures, and corrections only where a revision adds a visible notice, of which nine were found. The share of
/// captions is therefore not measured but chosen. All texts here are invented.
/// </remarks>
internal static class OpenData
{
    // Of a thousand events.
    public const int Published = 101;
    public const int HeadlinesChanged = 106;
    public const int AttributionsChanged = 27;
    public const int CorrectionsIssued = 3;
    public const int CaptionsEdited = 2;

    /// <summary>The share of revisions that add or remove a block.</summary>
    public const double Restructured = 0.28;

    /// <summary>Events of a story, its publication included.</summary>
    public const int EventsPerStory = 10;

    /// <summary>The characters of the largest article, which had 259 blocks.</summary>
    public const int LargestLength = 80_470;

    /// <summary>Its published states.</summary>
    public const int LargestRevisions = 24;

    public static Quantiles Blocks { get; } = new((0, 2), (0.1, 6), (0.5, 16), (0.9, 39), (1, 100));

    public static Quantiles BlockLength { get; } =
        new((0, 5), (0.1, 25), (0.25, 77), (0.5, 233), (0.75, 432), (0.9, 645), (1, 1500));

    public static Quantiles ChangedBlocks { get; } =
        new((0, 1), (0.5, 1), (0.75, 3), (0.9, 6), (0.95, 10), (1, 20));

    /// <summary>The words of a changed block that are other ones, in percent.</summary>
    public static Quantiles ChangedPercent { get; } =
        new((0, 0), (0.25, 1), (0.5, 5), (0.75, 14), (0.9, 40), (0.95, 59), (1, 100));

    public static Quantiles HeadlineLength { get; } = new((0, 15), (0.1, 27), (0.5, 52), (0.9, 79), (1, 120));

    public static Quantiles StandfirstLength { get; } = new((0, 60), (0.1, 124), (0.5, 317), (0.9, 383), (1, 450));

    public static Quantiles ReasonLength { get; } = new((0, 5), (0.1, 17), (0.5, 42), (0.9, 86), (1, 200));
}

/// <summary>A distribution by some of its quantiles, straight lines between them.</summary>
internal sealed class Quantiles(params (double Share, int Value)[] points)
{
    /// <param name="share">From 0 to less than 1.</param>
    public int At(double share)
    {
        var next = Array.FindIndex(points, point => point.Share > share);
        var (from, to) = (points[next - 1], points[next]);
        return (int)(from.Value + (to.Value - from.Value) * (share - from.Share) / (to.Share - from.Share));
    }
}
