namespace Ledger.Text.Substance;

/// <summary>Finds what is gone in one place and stands in another: a sentence moved, a paragraph was split.</summary>
/// <remarks>Five words in a row are the same words; so is a whole text, however short.</remarks>
internal static class MovedWords
{
    private const int Fewest = 5;

    public static void Mark(IReadOnlyList<ReadText> texts)
    {
        var added = Index(texts);
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

    private static Dictionary<string, Queue<(int Text, int Token, int End)>> Index(IReadOnlyList<ReadText> texts)
    {
        var index = new Dictionary<string, Queue<(int, int, int)>>(StringComparer.Ordinal);
        for (var t = 0; t < texts.Count; t++)
        {
            foreach (var hunk in texts[t].Hunks)
            {
                for (var i = hunk.AfterStart; i < hunk.AfterEnd; i++)
                {
                    if (KeyAt(texts[t].After, i, hunk.AfterEnd) is not { } key)
                        continue;

                    if (!index.TryGetValue(key, out var places))
                        index[key] = places = new();

                    places.Enqueue((t, i, hunk.AfterEnd));
                }
            }
        }

        return index;
    }

    private static string? KeyAt(List<Token> tokens, int i, int end) =>
        i + Fewest <= end ? string.Join(' ', tokens.Skip(i).Take(Fewest).Select(token => token.Key))
        : i == 0 && end == tokens.Count ? string.Join(' ', tokens.Select(token => token.Key))
        : null;

    private static int MarkFrom(
        IReadOnlyList<ReadText> texts, Dictionary<string, Queue<(int Text, int Token, int End)>> added, int text,
        int from, int end)
    {
        var before = texts[text].Before;
        if (KeyAt(before, from, end) is not { } key || !added.TryGetValue(key, out var places))
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
