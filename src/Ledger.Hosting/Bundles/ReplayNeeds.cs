using System.Collections.Frozen;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>The members without which the text of a story cannot be made again from its events.</summary>
internal static class ReplayNeeds
{
    private static readonly FrozenDictionary<string, string[]> Data = new Dictionary<string, string[]>
    {
        ["story_published"] = ["article"],
        ["article_revised"] = ["change"],
        ["correction_issued"] = ["correctionId", "claims", "places", "change"],
        ["correction_amended"] = ["note"],
        ["correction_withdrawn"] = [],
        ["attribution_changed"] = ["role", "blockId", "from", "to"],
        ["caption_edited"] = ["blockId", "caption", "credit"],
        ["headline_changed"] = ["headline", "standfirst"],
        ["slug_changed"] = [],
        ["article_retracted"] = [],
        ["article_withdrawn"] = [],
        ["article_removed"] = [],
        ["article_reinstated"] = [],
        ["content_erased"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the event is one of a story, of which the bundle shows all that is needed.</summary>
    public static bool AreMetBy(BundleEvent e) =>
        Data.TryGetValue(e.Type, out var needed)
        && !needed.Any(name => e.Withholds("data", name)) && !e.Withholds("headers", "claimedAt");
}
