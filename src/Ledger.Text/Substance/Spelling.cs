namespace Ledger.Text.Substance;

/// <summary>Tells a word that is spelled otherwise from another word.</summary>
internal static class Spelling
{
    private const int LongestWord = 40;

    /// <summary>Whether the words of one side are those of the other, one by one, spelled a little otherwise.</summary>
    public static bool IsSame(IReadOnlyList<Token> before, IReadOnlyList<Token> after)
    {
        if (before.Count == 0 || after.Count == 0)
            return false;

        var (one, other) = (Joined(before), Joined(after));
        return one == other
            || before.Count == after.Count && before.Zip(after).All(pair => IsAlike(pair.First.Key, pair.Second.Key));
    }

    /// <summary>Whether few letters differ: one in four at most, and never the first alone of a short word.</summary>
    public static bool IsAlike(string one, string other) => one == other
        || Math.Min(one.Length, other.Length) >= 4 && Math.Max(one.Length, other.Length) <= LongestWord
        && Distance(one, other) <= Math.Max(1, Math.Min(one.Length, other.Length) / 4);

    // "Web site" and "website" are one word.
    private static string Joined(IReadOnlyList<Token> tokens) => string.Concat(tokens.Select(token => token.Key));

    /// <summary>How many letters are to be put in, taken out, exchanged or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var (beforeLast, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var differs = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + differs);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[other.Length];
    }
}
