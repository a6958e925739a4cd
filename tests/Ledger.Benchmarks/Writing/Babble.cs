using System.Text;

namespace Ledger.Benchmarks.Writing;

/// <summary>Invented words without end, the same ones for the same seed.</summary>
internal sealed class Babble(int seed)
{
    private const int PoolLength = 1 << 20;

    // With its blank and the end of a sentence.
    private const int LongestWord = 14;

    private static readonly string[] Syllables =
        ["ba", "den", "fo", "gri", "ha", "jul", "ka", "lem", "mo", "nar", "pel", "ri", "sta", "tu", "vor", "wen", "zi"];

    private static readonly string Pool = MakePool();

    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public double Share() => random.NextDouble();

    public int From(Quantiles quantiles) => quantiles.At(random.NextDouble());

    /// <summary>Words and sentences of about this length.</summary>
    public string Text(int length)
    {
        var start = Pool.IndexOf(' ', random.Next(PoolLength - 2 * length - 100)) + 1;
        var end = Pool.IndexOf(' ', start + length - 1);
        return Pool[start..end];
    }

    /// <summary>So many words: a text in which words are exchanged for them stays about as long as it is.</summary>
    public string[] Words(int count) => Text(count * LongestWord).Split(' ')[..count];

    /// <summary>A name of two words that begin with a capital.</summary>
    public string Name() => $"{Capital(Word(random))} {Capital(Word(random))}";

    private static string MakePool()
    {
        var random = new Random(20_261_122);
        var text = new StringBuilder(PoolLength + 100);
        var endsSentence = true;
        while (text.Length < PoolLength)
        {
            var word = Word(random);
            text.Append(endsSentence ? Capital(word) : word);
            endsSentence = random.Next(12) == 0;
            text.Append(endsSentence ? ". " : " ");
        }

        return text.ToString();
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
