using System.Collections.Frozen;

namespace Ledger.Text.Substance;

internal static class Titles
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "rev", "hon", "st",
        "vs", "eg", "ie", "approx", "hr", "fr", "dipl", "mme", "mlle",
    ]);

    /// <summary>Whether a point behind a word belongs to it, and ends no sentence.</summary>
    public static bool Precede(string key) => Known.Contains(key) || key.Length == 1 && char.IsLetter(key[0]);
}
