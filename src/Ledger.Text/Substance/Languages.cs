namespace Ledger.Text.Substance;

internal static class Languages
{
    /// <summary>The first part of a language tag, which names the language: <c>en</c> of <c>en-GB</c>.</summary>
    public static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>Whether all nouns are written with capitals, so that one alone is no name.</summary>
    public static bool WritesNounsWithCapitals(string tag) => Primary(tag) is "de" or "lb" or "gsw" or "nds";
}
