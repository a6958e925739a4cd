namespace Ledger.Projections.Searching;

/// <summary>A piece of a text in which words were found.</summary>
/// <param name="Hit">Whether it is one of the words that were looked for, as the text has it.</param>
public sealed record FoundRun(string Text, bool Hit);

/// <summary>Where words were found: the pieces of a text around them, in order.</summary>
public static class Found
{
    // No text has them, since no rule lets a control character in.
    private const char HitBegins = '\u0002';
    private const char HitEnds = '\u0003';

    /// <summary>How PostgreSQL is to cut a text and to mark the hits.</summary>
    internal const string Options =
        "StartSel=\u0002, StopSel=\u0003, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=\" … \"";

    /// <summary>The runs of a text that PostgreSQL has marked; null where it marked none.</summary>
    internal static IReadOnlyList<FoundRun>? Read(string? marked)
    {
        if (marked is null || !marked.Contains(HitBegins, StringComparison.Ordinal))
            return null;

        var runs = new List<FoundRun>();
        foreach (var piece in marked.Split(HitBegins))
        {
            var end = piece.IndexOf(HitEnds, StringComparison.Ordinal);
            Add(runs, piece[..Math.Max(end, 0)], hit: true);
            Add(runs, piece[(end + 1)..], hit: false);
        }

        return runs;
    }

    private static void Add(List<FoundRun> runs, string text, bool hit)
    {
        if (text.Length > 0)
            runs.Add(new(text, hit));
    }
}
