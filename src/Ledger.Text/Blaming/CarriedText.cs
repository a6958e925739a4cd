namespace Ledger.Text.Blaming;

/// <summary>One text in one revision: what of it stayed, with its origins, what went and what came.</summary>
internal sealed class CarriedText
{
    private readonly RevisedText text;
    private readonly BlameRun[] carried;
    private readonly List<TextSpan> removed;

    private CarriedText(RevisedText text, BlameRun[] carried, List<TextSpan> removed) =>
        (this.text, this.carried, this.removed) = (text, carried, removed);

    public int OrderBefore => text.OrderBefore;

    public static CarriedText Of(RevisedText text)
    {
        var (carried, removed, place) = (new RunList(), new List<TextSpan>(), 0);
        foreach (var run in Differences(text))
        {
            if (run.Kind == DiffKind.Added)
            {
                carried.Add(new(run.Text.Length, Revision: 0));
                continue;
            }

            var span = new TextSpan(place, place + run.Text.Length);
            place = span.End;
            if (run.Kind == DiffKind.Removed)
                removed.Add(span);
            else
                carried.AddRange(RunList.Slice(text.Runs, span.Start, span.End));
        }

        return new(text, carried.ToArray(), removed);
    }

    /// <summary>Notes what has gone: the text as it was, and each sentence of which words were taken out.</summary>
    public void Forget(Passages.Builder passages, int revision)
    {
        if (text.Before.Length == 0)
            return;

        var whole = new Passages.Passage(revision, [.. text.Runs]);
        passages.AddAt(text.Place, text.Before, whole);
        passages.Add(text.Before, whole);
        foreach (var sentence in Sentences.Of(text.Before).Where(IsTorn))
        {
            passages.Add(
                text.Before.AsSpan(sentence.Start, sentence.End - sentence.Start),
                new(revision, [.. RunList.Slice(text.Runs, sentence.Start, sentence.End)]));
        }
    }

    /// <summary>Where the words of the text come from now.</summary>
    public BlameRun[] Attribute(Passages.Builder passages, int revision)
    {
        if (text.After.Length == 0)
            return [];

        var known = passages.FindAt(text.Place, text.After) ?? passages.Find(text.After);
        var runs = known is { } whole
            ? Again(whole, revision, new(0, text.After.Length))
            : BySentence(passages, revision);
        Stands(passages);
        return RunList.GiveBlanksBack(runs, text.After);
    }

    private List<BlameRun> BySentence(Passages.Builder passages, int revision)
    {
        var runs = new List<BlameRun>();
        var place = 0;
        foreach (var sentence in Sentences.Of(text.After))
        {
            var mine = RunList.Slice(carried, sentence.Start, sentence.End).ToList();
            var known = mine.TrueForAll(run => run.HasOrigin)
                ? null
                : passages.Find(text.After.AsSpan(sentence.Start, sentence.End - sentence.Start));
            runs.AddRange(Own(RunList.Slice(carried, place, sentence.Start), revision));
            runs.AddRange(known is { } passage ? Again(passage, revision, sentence) : Own(mine, revision));
            place = sentence.End;
        }

        runs.AddRange(Own(RunList.Slice(carried, place, text.After.Length), revision));
        return runs;
    }

    // What comes back within the revision that it would have gone in was moved, and has not been away.
    private List<BlameRun> Again(Passages.Passage passage, int revision, TextSpan span)
    {
        if (passage.Revision == revision)
            return [.. passage.Runs];

        var (again, place) = (new RunList(), 0);
        foreach (var run in RunList.Slice(carried, span.Start, span.End))
        {
            foreach (var origin in RunList.Slice(passage.Runs, place, place + run.Length))
                again.Add(run.HasOrigin ? origin : origin with { Returned = revision });

            place += run.Length;
        }

        return [.. again.ToArray()];
    }

    private static IEnumerable<BlameRun> Own(IEnumerable<BlameRun> runs, int revision) =>
        runs.Select(run => run.HasOrigin ? run : run with { Revision = revision });

    // What stands here is not among what has gone, so that a second copy of it is not taken for it.
    private void Stands(Passages.Builder passages)
    {
        passages.RemoveAt(text.Place, text.After);
        passages.Remove(text.After);
        foreach (var sentence in Sentences.Of(text.After))
            passages.Remove(text.After.AsSpan(sentence.Start, sentence.End - sentence.Start));
    }

    private bool IsTorn(TextSpan sentence) =>
        removed.Exists(span => span.Start < sentence.End && sentence.Start < span.End);

    private static IReadOnlyList<DiffRun> Differences(RevisedText text) => (text.Before, text.After) switch
    {
        ("", "") => [],
        ("", var after) => [new(DiffKind.Added, after)],
        (var before, "") => [new(DiffKind.Removed, before)],
        var (before, after) when before == after => [new(DiffKind.Same, before)],
        var (before, after) when text.IsProse && Kinship.IsEdit(before, after) => WordDiff.Compare(before, after),
        var (before, after) => [new(DiffKind.Removed, before), new(DiffKind.Added, after)],
    };
}
