namespace Ledger.Text.Substance;

/// <summary>Words that are two, written as one.</summary>
internal static class Contractions
{
    /// <summary>Whether a word can be two at all; most are seen at once to be one.</summary>
    public static bool MayBe(string key) => key.Contains('\'') || key is "cannot";

    /// <summary>A word without what hangs on it: "don't" is "do" and a negation, "Ada's" is "ada".</summary>
    public static (string Word, bool IsNegated) Split(string key) => key switch
    {
        "cannot" or "can't" => ("can", true),
        "won't" => ("will", true),
        "shan't" => ("shall", true),
        _ when key.EndsWith("n't", StringComparison.Ordinal) => (key[..^3], true),
        _ when key.EndsWith("'s", StringComparison.Ordinal) => (key[..^2], false),
        _ when key.StartsWith("n'", StringComparison.Ordinal) && key.Length > 2 => (key[2..], true),
        _ => (key, false),
    };
}
