using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;

namespace Ledger.Web.Rendering;

/// <summary>What kind of change an entry of a changelog is, in a few words.</summary>
/// <param name="Tone">How it is marked: <c>plain</c>, <c>correction</c> or <c>grave</c>.</param>
public sealed record ChangeWords(string Title, string Tone)
{
    public static ChangeWords Of(ChangelogEntry entry) => entry.Type switch
    {
        "correction_issued" when entry.Facts.Class is { } @class => OfCorrection(@class),
        "article_revised" when entry.Facts.SecondPerson == true =>
            new("Flagged fix, approved by a second person", "correction"),
        "article_revised" when entry.Facts.Imported == true => new("Revised, in an imported history", "plain"),
        "article_revised" => new(Words.Of(entry.Facts.Kind ?? RevisionKind.Update), "plain"),
        _ => OfType(entry.Type),
    };

    /// <summary>The words for an event of which only the type is known.</summary>
    public static ChangeWords OfType(string type) => type switch
    {
        "story_published" => new("First published", "plain"),
        "article_revised" => new("Revised", "plain"),
        "correction_issued" => new("Correction", "correction"),
        "correction_amended" => new("Correction amended", "correction"),
        "correction_withdrawn" => new("Correction withdrawn", "grave"),
        "attribution_changed" => new("Attribution changed", "plain"),
        "caption_edited" => new("Caption edited", "plain"),
        "headline_changed" => new("Headline changed", "plain"),
        "slug_changed" => new("Address changed", "plain"),
        "article_retracted" => new("Retracted", "grave"),
        "article_withdrawn" => new("Withdrawn", "grave"),
        "article_removed" => new("Removed for legal reasons", "grave"),
        "article_reinstated" => new("Reinstated", "plain"),
        // A newer event type is still shown, by the words of its own name.
        _ => new(string.Concat(type[..1].ToUpperInvariant(), type[1..].Replace('_', ' ')), "plain"),
    };

    private static ChangeWords OfCorrection(CorrectionClass @class)
    {
        var words = ClassWords.Of(@class);
        return new(
            words.Label == words.Name ? words.Label : $"{words.Label}: {words.Name.ToLowerInvariant()}", "correction");
    }
}
