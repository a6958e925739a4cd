namespace Ledger.Text.Blaming;

/// <summary>Tells a text that was edited from one that was put in the place of another.</summary>
/// <remarks>
/// Two texts on one subject have words in common by chance, and to compare them word by word says nothing and takes
/// longest. What both have, as often as both have it, is the most that can have stayed; it costs no comparing.
/// </remarks>
public static class Kinship
{
    /// <summary>By letters, one in so many of the shorter text has to be in the other as well.</summary>
    public const int LeastShare = 4;

    /// <summary>Whether the words that both texts have are enough for one to be an edit of the other.</summary>
    public static bool IsEdit(string before, string after)
    {
        // Most edits leave a good part of one end as it was.
        var shortest = Math.Min(before.Length, after.Length);
        var same = before.AsSpan().CommonPrefixLength(after);
        if (same * 2 > shortest)
            return true;

        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var letters = Each(before, word => lookup[word] = lookup.TryGetValue(word, out var count) ? count + 1 : 1);
        var shared = 0;
        var others = Each(after, word =>
        {
            if (!lookup.TryGetValue(word, out var left) || left == 0)
                return;

            lookup[word] = left - 1;
            shared += word.Length;
        });
        return shared * LeastShare >= Math.Min(letters, others);
    }

    // Gives each word of a text, and how many letters they have together; blanks and signs tell nothing.
    private static int Each(string text, Action<ReadOnlySpan<char>> found)
    {
        var letters = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = Words.EndOfPiece(text, start);
            if (Scripts.IsWord(Scripts.At(text, start)))
            {
                found(text.AsSpan(start..end));
                letters += end - start;
            }

            start = end;
        }

        return letters;
    }
}
