namespace Ledger.Text;

/// <summary>The words of texts and the pairs of neighbouring words, as numbers that can be compared fast.</summary>
/// <remarks>
/// Words alone would find any two paragraphs of a language somewhat alike, since they share its small words; that they
/// share two in a row is rare.
/// </remarks>
internal sealed class Features
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> pairs = [];

    /// <summary>The features of a text, sorted; one that occurs twice is there twice.</summary>
    public int[] Of(string text)
    {
        var found = new List<int>();
        var last = -1;
        foreach (var word in Words.In(text))
        {
            var number = Number(words, word);
            found.Add(number);
            if (last >= 0)
                found.Add(Number(pairs, (last, number)));

            last = number;
        }

        found.Sort();
        return [.. found];
    }

    /// <summary>How many features two texts have in common.</summary>
    public static int Common(int[] one, int[] other)
    {
        var common = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var (a, b) = (one[i], other[j]);
            if (a == b)
                common++;

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return common;
    }

    private int Number<T>(Dictionary<T, int> numbers, T key)
        where T : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers[key] = number = words.Count + pairs.Count;

        return number;
    }
}
