namespace Ledger.Text.Blaming;

/// <summary>Runs that are put one after the other; neighbours of one origin become one.</summary>
internal sealed class RunList
{
    private readonly List<BlameRun> runs = [];

    public int Length { get; private set; }

    public void Add(BlameRun run)
    {
        if (run.Length == 0)
            return;

        Length += run.Length;
        if (runs.Count > 0 && runs[^1].HasOriginOf(run))
            runs[^1] = run with { Length = runs[^1].Length + run.Length };
        else
            runs.Add(run);
    }

    public void AddRange(IEnumerable<BlameRun> more)
    {
        foreach (var run in more)
            Add(run);
    }

    public BlameRun[] ToArray() => [.. runs];

    /// <summary>The part of runs that lies between two places of their text.</summary>
    public static IEnumerable<BlameRun> Slice(IReadOnlyList<BlameRun> runs, int start, int end)
    {
        var place = 0;
        foreach (var run in runs)
        {
            var (from, to) = (Math.Max(place, start), Math.Min(place + run.Length, end));
            if (from < to)
                yield return run with { Length = to - from };

            place += run.Length;
            if (place >= end)
                yield break;
        }
    }

    /// <summary>The runs with the blanks at their start given to the run before: a blank is no word.</summary>
    public static BlameRun[] GiveBlanksBack(IReadOnlyList<BlameRun> runs, string text)
    {
        var result = new RunList();
        var (start, end) = (0, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            end += runs[i].Length;
            var next = Math.Max(start, end);
            while (next < text.Length && i < runs.Count - 1 && char.IsWhiteSpace(text[next]))
                next++;

            result.Add(runs[i] with { Length = next - start });
            start = next;
        }

        return result.ToArray();
    }
}
