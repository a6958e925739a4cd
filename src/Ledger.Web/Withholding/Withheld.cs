using System.Security.Claims;
using Ledger.Application.People;
using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Projections.Corrections;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Language;
using Ledger.Web.Security;

namespace Ledger.Web.Withholding;

/// <summary>
/// What the public is shown of a story that was withdrawn or removed: the notice that holds, and that and when it was
/// changed and corrected, but no word of it. Its headline, its address and what is said of its words in notes and
/// reasons are words of it too. Everything that shows a story shows it through here.
/// </summary>
public static class Withheld
{
    /// <summary>Whether the words of such a story are for those alone who may read the log.</summary>
    public static bool Is(StoryStatus status) => status is StoryStatus.Withdrawn or StoryStatus.Removed;

    public static bool IsFrom(ClaimsPrincipal user, StoryStatus status) =>
        Is(status) && user.ToActor()?.May(Permission.ReadLog) != true;

    /// <summary>The story's name in addresses: not the one made of its words, where these are kept.</summary>
    public static string NameOf(StoryView story) => Is(story.Status) ? story.Id.ToString() : story.Slug;

    /// <summary>What stands in place of a headline.</summary>
    public static string Headline(StoryStatus status) => status == StoryStatus.Removed
        ? Phrase.Of("Article removed for legal reasons")
        : Phrase.Of("Withdrawn article");

    /// <summary>What stands in place of the note of a correction, which would repeat what was wrong.</summary>
    public static string Note(StoryStatus status) => status == StoryStatus.Removed
        ? Phrase.Of("The article was removed for legal reasons, and with it what this note said of its words.")
        : Phrase.Of("The article was withdrawn, and with it what this note said of its words.");

    /// <summary>The story with its notice; its id stands for its address, and leads there as well.</summary>
    public static StoryView Of(StoryView story) => story with
    {
        Slug = NameOf(story),
        Article = Of(story.Article, story.Status),
    };

    /// <summary>A past state of the story, of which the notice that holds now is all that is shown.</summary>
    public static RevisionView Of(RevisionView revision, StoryView story) =>
        new(Of(revision.Summary, story), story.Notice, Of(revision.Article, story.Status));

    public static RevisionSummary Of(RevisionSummary revision, StoryView story) => revision with
    {
        Headline = Headline(story.Status),
        Reason = OnlyNotice(revision.Reason, story),
    };

    public static ChangelogEntry Of(ChangelogEntry entry, StoryView story) => entry with
    {
        Facts = new()
        {
            Note = OnlyNotice(entry.Facts.Note, story),
            Kind = entry.Facts.Kind,
            CorrectionId = entry.Facts.CorrectionId,
            Class = entry.Facts.Class,
            Severity = entry.Facts.Severity,
            SecondPerson = entry.Facts.SecondPerson,
            Imported = entry.Facts.Imported,
            BlocksWritten = entry.Facts.BlocksWritten,
        },
    };

    /// <summary>The correction as this visitor is shown it.</summary>
    public static CorrectionView For(ClaimsPrincipal user, CorrectionView correction) =>
        IsFrom(user, correction.StoryStatus) ? Of(correction) : correction;

    public static CorrectionView Of(CorrectionView correction) => correction with
    {
        Slug = correction.StoryId.ToString(),
        Headline = Headline(correction.StoryStatus),
        Note = Note(correction.StoryStatus),
        Claims = [],
        Places = [],
        FoundInNote = null,
        FoundInStory = null,
        Changes = [.. correction.Changes.Select(change => change with
        {
            Note = change.Note is null ? null : new(null, null),
            Reason = null,
        })],
    };

    public static ReportView Of(ReportView report) => report with
    {
        Slug = report.StoryId.ToString(),
        Headline = Headline(report.StoryStatus),
        Language = Language,
        Quote = null,
    };

    // What the phrases above are written in.
    private const string Language = "en";

    private static Article Of(Article article, StoryStatus status) => new()
    {
        Headline = Headline(status),
        Section = article.Section,
        Language = Language,
        Credits = [],
        Blocks = [],
    };

    // Of all that was ever said of the story, this alone was said in knowledge of what must not be.
    private static string? OnlyNotice(string? text, StoryView story) => text == story.Notice ? text : null;
}
