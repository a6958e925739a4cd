using System.Collections.Frozen;

namespace Ledger.Text.Substance;

internal static class Speech
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
    [
        "said", "says", "told", "tells", "added", "adds", "asked", "argued", "argues", "wrote", "writes", "denied",
        "denies", "claimed", "claims", "warned", "explained", "explains", "announced",
    ]);

    /// <summary>Whether whoever stands before the word is somebody who speaks.</summary>
    public static bool IsVerb(string key) => Verbs.Contains(key);
}
