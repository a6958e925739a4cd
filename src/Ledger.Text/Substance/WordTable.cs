namespace Ledger.Text.Substance;

/// <summary>Tables of words that mean the same, one meaning a line.</summary>
internal static class WordTable
{
    /// <summary>The value of each word in lines such as <c>percent: % percent pc</c>.</summary>
    public static Dictionary<string, string> Of(string lines) =>
        Pairs(lines).ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The words of each value.</summary>
    public static ILookup<string, string> ToLookup(string lines) =>
        Pairs(lines).ToLookup(pair => pair.Value, pair => pair.Word, StringComparer.Ordinal);

    private static IEnumerable<(string Word, string Value)> Pairs(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(' ').Select(word => (Word: word, Value: parts[0])));
}
