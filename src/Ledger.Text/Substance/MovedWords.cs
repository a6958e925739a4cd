namespace Ledger.Text.Substance;

/// <summary>Finds what is gone in one place and stands in another: a sentence moved, a paragraph was split.</summary>
/// <remarks>Five words in a row are the same words; so is a whole text, however short.</remarks>
internal static class MovedWords
{
    public static void Mark(IReadOnlyList<ReadText> texts)
    {
        var gone = Gone(texts);
        var added = gone.Count == 0 ? [] : Index(texts, gone);
        if (added.Count == 0)
            return;

        for (var t = 0; t < texts.Count; t++)
        {
            foreach (var hunk in texts[t].Hunks)
            {
                for (var i = hunk.BeforeStart; i < hunk.BeforeEnd;)
                    i += Math.Max(1, MarkFrom(texts, added, t, i, hunk.BeforeEnd));
            }
        }
    }

    private static HashSet<WordRun> Gone(IReadOnlyList<ReadText> texts)
    {
        var gone = new HashSet<WordRun>();
        foreach (var text in texts)
        {
            foreach (var hunk in text.Hunks)
            {
                for (var i = hunk.BeforeStart; i < hunk.BeforeEnd; i++)
                {
                    if (WordRun.At(text.Before, i, hunk.BeforeEnd) is { } run)
                        gone.Add(run);
                }
            }
        }

        return gone;
    }

    // Only what is gone somewhere can have moved, and most of what is new is nowhere gone.
    private static Dictionary<WordRun, Queue<(int Text, int Token, int End)>> Index(
        IReadOnlyList<ReadText> texts, HashSet<WordRun> gone)
    {
        var index = new Dictionary<WordRun, Queue<(int, int, int)>>();
        for (var t = 0; t < texts.Count; t++)
        {
            foreach (var hunk in texts[t].Hunks)
            {
                for (var i = hunk.AfterStart; i < hunk.AfterEnd; i++)
                {
                    if (WordRun.At(texts[t].After, i, hunk.AfterEnd) is not { } run || !gone.Contains(run))
                        continue;

                    if (!index.TryGetValue(run, out var places))
                        index[run] = places = new();

                    places.Enqueue((t, i, hunk.AfterEnd));
                }
            }
        }

        return index;
    }

    private static int MarkFrom(
        IReadOnlyList<ReadText> texts, Dictionary<WordRun, Queue<(int Text, int Token, int End)>> added, int text,
        int from, int end)
    {
        var before = texts[text].Before;
        if (WordRun.At(before, from, end) is not { } run || !added.TryGetValue(run, out var places))
            return 0;

        while (places.TryDequeue(out var place))
        {
            var (after, moved) = (texts[place.Text].After, texts[place.Text].MovedAfter);
            var length = 0;
            while (from + length < end && place.Token + length < place.End && !moved[place.Token + length]
                && before[from + length].Key == after[place.Token + length].Key)
            {
                moved[place.Token + length] = true;
                texts[text].MovedBefore[from + length] = true;
                length++;
            }

            if (length > 0)
                return length;
        }

        return 0;
    }
}
