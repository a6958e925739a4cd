using System.Collections.Frozen;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;

namespace Ledger.Application.Auditing;

/// <summary>For whom an audit bundle is made, and so how much of the log it shows.</summary>
public enum DisclosureLevel
{
    /// <summary>What readers of the site can see: no names of staff, no words of withdrawn stories.</summary>
    Public,

    /// <summary>All but what readers wrote in reports, which may say how to reach them.</summary>
    Regulator,

    /// <summary>All that the log holds.</summary>
    Court,
}

/// <summary>Which members of an event each level shows: the whole table.</summary>
/// <remarks>
/// A member is named by the type of event and its own name, or by <c>headers</c> and its name. What is named nowhere
/// is for regulators and courts. How readers are to be reached is no part of the log, and so of no bundle.
/// </remarks>
public static class Disclosure
{
    private static readonly FrozenSet<string> ForReaders = FrozenSet.Create(StringComparer.Ordinal,
    [
        "headers.claimedAt", "headers.importedRevision",
        "story_published.slug", "story_published.article",
        "article_revised.kind", "article_revised.reason", "article_revised.change", "article_revised.substance",
        "correction_issued.correctionId", "correction_issued.class", "correction_issued.severity",
        "correction_issued.note", "correction_issued.claims", "correction_issued.places", "correction_issued.change",
        "correction_issued.apology",
        "correction_amended.correctionId", "correction_amended.note", "correction_amended.reason",
        "correction_withdrawn.correctionId", "correction_withdrawn.reason",
        "attribution_changed.role", "attribution_changed.blockId", "attribution_changed.from",
        "attribution_changed.to", "attribution_changed.reason", "attribution_changed.substance",
        "caption_edited.blockId", "caption_edited.caption", "caption_edited.credit", "caption_edited.reason",
        "caption_edited.substance",
        "headline_changed.headline", "headline_changed.standfirst", "headline_changed.reason",
        "headline_changed.substance",
        "slug_changed.from", "slug_changed.to", "slug_changed.reason",
        "article_retracted.notice", "article_withdrawn.notice", "article_reinstated.notice",
        "article_removed.notice", "article_removed.basis", "article_removed.blockedBy",
        "content_erased.basis", "content_erased.places",
        "policy_adopted.policy",
    ]);

    // Of a withdrawn or removed story: that and when something happened, but no word.
    private static readonly FrozenSet<string> WithoutWords = FrozenSet.Create(StringComparer.Ordinal,
    [
        "headers.claimedAt", "headers.importedRevision",
        "article_revised.kind", "correction_issued.correctionId", "correction_issued.class",
        "correction_issued.severity", "correction_amended.correctionId", "correction_withdrawn.correctionId",
        "article_removed.basis", "content_erased.basis", "content_erased.places",
    ]);

    // The notice that stands in place of the words.
    private static readonly FrozenSet<string> InPlaceOfWords = FrozenSet.Create(StringComparer.Ordinal,
        ["article_withdrawn.notice", "article_removed.notice", "article_removed.blockedBy"]);

    private static readonly FrozenSet<string> ForCourts = FrozenSet.Create(StringComparer.Ordinal,
        ["report_received.text", "report_received.evidence"]);

    /// <summary>Whether a level shows a member.</summary>
    /// <param name="part">Where in the leaf its commitment is: <c>context</c>, <c>data</c> or <c>headers</c>.</param>
    public static bool Shows(DisclosureLevel level, string type, string part, string member) => level switch
    {
        DisclosureLevel.Public => ForReaders.Contains(NameOf(type, part, member)),
        DisclosureLevel.Regulator => !ForCourts.Contains(NameOf(type, part, member)),
        DisclosureLevel.Court => true,
    };

    /// <summary>Whether a level shows a member of an event of a story.</summary>
    /// <param name="story">The story as it is now, since that is what decides whether readers see its words.</param>
    /// <param name="version">Which event of the story.</param>
    public static bool Shows(
        DisclosureLevel level, LoadedStory story, long version, string type, string part, string member)
    {
        if (level != DisclosureLevel.Public || story.State is not (StoryState.Withdrawn or StoryState.Removed))
            return Shows(level, type, part, member);

        var name = NameOf(type, part, member);
        return WithoutWords.Contains(name) || (version == story.Version && InPlaceOfWords.Contains(name));
    }

    private static string NameOf(string type, string part, string member) => part switch
    {
        "data" => $"{type}.{member}",
        _ => $"{part}.{member}",
    };
}
