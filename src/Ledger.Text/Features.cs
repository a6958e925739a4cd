using System.Numerics;

namespace Ledger.Text;

/// <summary>The words of a text and the pairs of neighbouring words, as numbers that can be compared fast.</summary>
/// <remarks>
/// Words alone would find any two paragraphs of a language somewhat alike, since they share its small words; that they
/// share two in a row is rare. Of 64 bits, the numbers of different words are different for all that matters here.
/// </remarks>
internal static class Features
{
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Factor = 1_099_511_628_211;

    /// <summary>The features of a text, sorted; one that occurs twice is there twice.</summary>
    public static ulong[] Of(string text)
    {
        var found = new List<ulong>(text.Length / 3);
        ulong? last = null;
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = Words.EndOfPiece(text, start);
            if (!Scripts.IsWord(Scripts.At(text, start)))
                continue;

            var word = NumberOf(text.AsSpan(start, end - start));
            found.Add(word);
            if (last is { } before)
                found.Add(unchecked((BitOperations.RotateLeft(before, 23) ^ word) * Factor));

            last = word;
        }

        found.Sort();
        return [.. found];
    }

    /// <summary>Whether the feature at a place is the same as the one before it.</summary>
    public static bool IsRepeated(ulong[] features, int i) => i > 0 && features[i] == features[i - 1];

    /// <summary>How many features two texts have in common; what both have twice counts twice.</summary>
    public static int Common(ulong[] one, ulong[] other) => Common(one, other, repeated: true);

    /// <summary>How many different features two texts have in common.</summary>
    public static int CommonKinds(ulong[] one, ulong[] other) => Common(one, other, repeated: false);

    private static int Common(ulong[] one, ulong[] other, bool repeated)
    {
        var common = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var (a, b) = (one[i], other[j]);
            if (a == b && (repeated || !(IsRepeated(one, i) || IsRepeated(other, j))))
                common++;

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return common;
    }

    private static ulong NumberOf(ReadOnlySpan<char> word)
    {
        var number = Start;
        foreach (var c in word)
            number = unchecked((number ^ c) * Factor);

        return number;
    }
}
