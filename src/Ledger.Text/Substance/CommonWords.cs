using System.Collections.Frozen;

namespace Ledger.Text.Substance;

internal static class CommonWords
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "this", "that", "these", "those", "it", "its", "i", "i'm", "i've", "i'd", "i'll", "he", "she",
        "we", "you", "they", "we're", "we've", "we'll", "you're", "you'll", "you've", "they're", "it's", "he'll",
        "his", "her", "our", "your", "their", "my", "who", "what", "when", "where", "why", "which", "how", "whose",
        "and", "or", "but", "if", "so", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "to", "with",
        "about", "above", "after", "again", "against", "all", "also", "although", "among", "another", "any", "are",
        "is", "was", "were", "be", "been", "being", "am", "do", "does", "did", "has", "have", "had", "can", "could",
        "will", "would", "should", "may", "might", "must", "not", "no", "nor", "never", "none", "nothing", "nobody",
        "because", "before", "below", "between", "both", "during", "each", "either", "neither", "every", "everyone",
        "few", "first", "here", "however", "instead", "just", "last", "later", "let", "let's", "like", "many", "more",
        "most", "much", "new", "next", "now", "once", "one", "only", "other", "others", "over", "under", "since",
        "some", "someone", "such", "than", "then", "there", "therefore", "though", "through", "thus", "today",
        "together", "too", "until", "up", "us", "use", "very", "via", "while", "within", "without", "yes", "yet",
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "per", "please", "see", "note", "read",
        "learn", "check", "find", "get", "click", "download", "visit", "join", "contact", "watch", "ok", "etc",
    ]);

    /// <summary>Whether a word is so common that a capital makes no name of it.</summary>
    public static bool Contain(string key) => Known.Contains(key);
}
