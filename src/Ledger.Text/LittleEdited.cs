namespace Ledger.Text;

/// <summary>Knows the most common revision without all of its words: one block, of which little changed.</summary>
internal static class LittleEdited
{
    /// <summary>
    /// Pairs the only two blocks that are left, where what they have in common at both ends proves that more than half
    /// of their features are the same.
    /// </summary>
    /// <returns>Whether they were paired; if not, it is still to be found out.</returns>
    public static bool TryPair(Pairing pairing)
    {
        if (pairing.OnlyOnesLeft() is not var (i, j) || pairing.Before[i].Kind != pairing.After[j].Kind
            || !AreMoreThanHalfAlike(pairing.Before[i].Text, pairing.After[j].Text))
            return false;

        pairing.Pair(i, j);
        return true;
    }

    private static bool AreMoreThanHalfAlike(string before, string after)
    {
        // What makes a word of the characters before a place stands within two characters behind it, and after a blank
        // words begin anew: so the words of the start and of the end are words of both texts.
        var start = Math.Max(0, before.AsSpan().CommonPrefixLength(after) - 2);
        var end = CommonSuffix(before.AsSpan(start), after.AsSpan(start));
        var blank = before.IndexOf(' ', before.Length - end);
        end = blank < 0 ? 0 : before.Length - blank;

        // A text of n words has 2n - 1 features. With w words in common, in two runs, and r characters left, of which
        // each may be a word, more than half of the features are common when w is more than r / 2 + 2.
        var left = before.Length + after.Length - 2L * (start + end);
        var needed = left / 2 + 3;
        needed -= CountWords(before, 0, start, needed);
        return needed <= 0 || CountWords(before, before.Length - end, before.Length, needed) >= needed;
    }

    private static int CommonSuffix(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        const int Stride = 32;
        var most = Math.Min(one.Length, other.Length);
        var length = 0;
        while (length + Stride <= most && one[^(length + Stride)..^length].SequenceEqual(
            other[^(length + Stride)..^length]))
            length += Stride;

        while (length < most && one[^(length + 1)] == other[^(length + 1)])
            length++;

        return length;
    }

    // The words that end before a place, and no more than are needed.
    private static long CountWords(string text, int start, int end, long needed)
    {
        var words = 0L;
        for (var next = start; next < end && words < needed;)
        {
            var isWord = Scripts.IsWord(Scripts.At(text, next));
            next = Words.EndOfPiece(text, next);
            words += isWord && next <= end ? 1 : 0;
        }

        return words;
    }
}
