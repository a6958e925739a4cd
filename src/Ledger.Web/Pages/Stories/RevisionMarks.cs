namespace Ledger.Web.Pages.Stories;

/// <summary>Which earlier versions the page of a version leads to, so that any is a few steps away.</summary>
/// <remarks>They depend on the version alone: its page is kept for a year.</remarks>
internal static class RevisionMarks
{
    private const int Most = 5;

    /// <summary>At most five numbers between the first version and the one before, at even distances, rising.</summary>
    public static int[] Before(int revision)
    {
        var between = revision - 3;
        var count = Math.Min(Most, Math.Max(between, 0));
        return [.. Enumerable.Range(1, count).Select(i => 1 + (int)((long)i * (between + 1) / (count + 1)))];
    }
}
