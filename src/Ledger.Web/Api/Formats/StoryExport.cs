using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;
using Ledger.Formats.Updates;
using Ledger.Projections.Changelog;
using Ledger.Projections.Corrections;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Formats;

/// <summary>Puts together what the formats need of a story, or of one of its revisions.</summary>
/// <remarks>
/// Of a story whose words are kept back nothing is told but that it is so, with its notice: not even its headline or
/// the address that was made of it. Who has it already has to be told, so that this is an answer and no error.
/// </remarks>
public sealed class StoryExport(
    CorrectionQueries corrections, RevisionQueries revisions, ChangelogQueries changelog, SiteAddress site,
    WebSettings settings)
{
    private const int MostChanges = 100_000;

    /// <param name="story">The story as it is now.</param>
    /// <param name="revision">The revision that is asked for; null for the story as it is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PublishedStory> DescribeAsync(
        StoryView story, RevisionView? revision, CancellationToken cancellationToken) => await DescribeAsync(
        story, revision, await corrections.ListForStoryAsync(story.Id, cancellationToken), cancellationToken);

    /// <summary>The same where the corrections of the story are at hand.</summary>
    public async Task<PublishedStory> DescribeAsync(
        StoryView story, RevisionView? revision, IReadOnlyList<CorrectionView> all,
        CancellationToken cancellationToken)
    {
        var isGone = Withheld.Is(story.Status);
        var summary = revision?.Summary
            ?? (await revisions.ListAsync(story.Id, before: null, limit: 1, cancellationToken))[0];
        var notes = isGone ? [] : all
            .Where(note => note.Revision <= summary.Revision)
            .Select(note => note with
            {
                Changes = [.. note.Changes.Where(change => change.Revision <= summary.Revision)],
            })
            .ToList();
        var issued = notes.FirstOrDefault(note => note.Revision == summary.Revision);
        var page = site.OfStory(Withheld.NameOf(story));
        var status = isGone ? story.Status : summary.Status;
        return new()
        {
            Id = story.Id,
            Permanent = site.OfStory(story.Id),
            Page = page,
            Slug = Withheld.NameOf(story),
            Revision = summary.Revision,
            RevisionPage = FormattableString.Invariant($"{page}/revisions/{summary.Revision}"),
            PreviousPage = summary.Revision > 1
                ? FormattableString.Invariant($"{page}/revisions/{summary.Revision - 1}")
                : null,
            IsRevision = revision is not null,
            Article = isGone || Withheld.Is(summary.Status)
                ? new() { Headline = "Withdrawn", Language = story.Article.Language, Blocks = [] }
                : revision?.Article ?? story.Article,
            PublishedAt = story.PublishedAt,
            RevisedAt = summary.OccurredAt,
            Usability = UsabilityOf(status),
            Notice = isGone ? story.Notice : revision is null ? story.Notice : revision.Notice,
            Signal = SignalOf(summary.Type, issued),
            Reason = isGone ? null : Reason(summary, issued),
            Notes = [.. notes.Select(Note)],
            By = new(settings.Title, site.Root, site.Of("/corrections")),
        };
    }

    /// <summary>The updates that readers of a story should know of, up to a revision, newest first.</summary>
    public async Task<IReadOnlyList<UpdateRecord>> UpdatesAsync(
        PublishedStory story, CancellationToken cancellationToken)
    {
        var withdrawn = story.Notes.Where(note => note.IsWithdrawn).Select(note => note.Id).ToHashSet();
        return [.. (await changelog.ListAsync(story.Id, before: null, MostChanges, cancellationToken))
            .Where(entry => entry.Revision <= story.Revision)
            .Where(entry => story.Usability != Usability.Withdrawn || entry.Type != "correction_issued")
            .Where(entry => entry.Facts.CorrectionId is not { } id || !withdrawn.Contains(id))
            .Select(entry => Update(story, entry)!)
            .Where(update => update is not null)];
    }

    private static UpdateRecord? Update(PublishedStory story, ChangelogEntry entry)
    {
        var page = FormattableString.Invariant($"{story.Page}/revisions/{entry.Revision}");
        return (entry.Type, entry.Facts) switch
        {
            ("correction_issued", { Class: { } @class, CorrectionId: { } id }) => new(
                id, UpdateRecords.TypeOf(@class), ClassWords.Of(@class).Label,
                $"{story.By.CorrectionsPolicy}/{id}", entry.OccurredAt),
            ("article_revised", { Kind: RevisionKind.Update }) => Of("new_version"),
            ("article_retracted", _) => Of("retraction"),
            ("article_withdrawn", _) => Of("withdrawal"),
            ("article_removed", _) => Of("removal"),
            _ => null,
        };

        UpdateRecord Of(string type) =>
            new(entry.EventId, type, ChangeWords.OfType(entry.Type).Title, page, entry.OccurredAt);
    }

    private static Usability UsabilityOf(StoryStatus status) => status switch
    {
        StoryStatus.Published => Usability.Usable,
        StoryStatus.Retracted => Usability.Retracted,
        _ => Usability.Withdrawn,
    };

    private static ChangeSignal SignalOf(string type, CorrectionView? issued) => type switch
    {
        "story_published" => ChangeSignal.None,
        "correction_issued" when issued?.Class == CorrectionClass.Clarification => ChangeSignal.Update,
        "correction_issued" or "correction_amended" or "correction_withdrawn" => ChangeSignal.Correction,
        _ => ChangeSignal.Update,
    };

    // Who has printed the wrong words must be able to find them.
    private static string? Reason(RevisionSummary summary, CorrectionView? issued) => issued is null
        ? summary.Reason
        : string.Join('\n', [issued.CurrentNote, .. issued.Claims.Select(claim =>
            claim.Right.Length == 0
                ? $"Take out “{claim.Wrong}”."
                : $"For “{claim.Wrong}” read “{claim.Right}”.")]);

    private PublishedNote Note(CorrectionView note) => new(
        note.Id, site.OfCorrection(note.Id), note.Class, note.Severity, note.CurrentNote, note.Claims, note.Revision,
        note.OccurredAt, note.Changes.Select(change => change.OccurredAt).Append(note.OccurredAt).Max(),
        note.IsWithdrawn);
}
