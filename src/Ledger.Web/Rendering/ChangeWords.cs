using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>What kind of change an entry of a changelog is, in a few words.</summary>
/// <param name="Tone">How it is marked: <c>plain</c>, <c>correction</c> or <c>grave</c>.</param>
public sealed record ChangeWords(string Title, string Tone)
{
    public static ChangeWords Of(ChangelogEntry entry) => entry.Type switch
    {
        "correction_issued" when entry.Facts.Class is { } @class => OfCorrection(@class),
        "article_revised" when entry.Facts.SecondPerson == true =>
            new(Phrase.Of("Flagged fix, approved by a second person"), "correction"),
        "article_revised" when entry.Facts.Imported == true =>
            new(Phrase.Of("Revised, in an imported history"), "plain"),
        "article_revised" => new(Words.Of(entry.Facts.Kind ?? RevisionKind.Update), "plain"),
        _ => OfType(entry.Type),
    };

    /// <summary>The words for an event of which only the type is known.</summary>
    public static ChangeWords OfType(string type) => type switch
    {
        "story_published" => new(Phrase.Of("First published"), "plain"),
        "article_revised" => new(Phrase.Of("Revised"), "plain"),
        "correction_issued" => new(Phrase.Of("Correction"), "correction"),
        "correction_amended" => new(Phrase.Of("Correction amended"), "correction"),
        "correction_withdrawn" => new(Phrase.Of("Correction withdrawn"), "grave"),
        "attribution_changed" => new(Phrase.Of("Attribution changed"), "plain"),
        "caption_edited" => new(Phrase.Of("Caption edited"), "plain"),
        "headline_changed" => new(Phrase.Of("Headline changed"), "plain"),
        "slug_changed" => new(Phrase.Of("Address changed"), "plain"),
        "article_retracted" => new(Phrase.Of("Retracted"), "grave"),
        "article_withdrawn" => new(Phrase.Of("Withdrawn"), "grave"),
        "article_removed" => new(Phrase.Of("Removed for legal reasons"), "grave"),
        "article_reinstated" => new(Phrase.Of("Reinstated"), "plain"),
        "content_erased" => new(Phrase.Of("Words erased by law"), "grave"),
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
