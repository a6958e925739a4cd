using System.Collections.Frozen;

namespace Ledger.Text.Substance;

/// <summary>Tables of words that mean the same, one meaning a line.</summary>
internal static class WordTable
{
    /// <summary>The value of each word in lines such as <c>percent: % percent pc</c>.</summary>
    public static FrozenDictionary<string, string> Of(string lines) =>
        Pairs(lines).ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The words of each value.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> ByValue(string lines) =>
        Pairs(lines).GroupBy(pair => pair.Value, pair => pair.Word)
            .ToFrozenDictionary(words => words.Key, words => words.ToFrozenSet(StringComparer.Ordinal));

    private static IEnumerable<(string Word, string Value)> Pairs(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(' ').Select(word => (Word: word, Value: parts[0])));
}
