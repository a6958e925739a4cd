using Ledger.Domain.Stories;
using Ledger.Projections.Searching;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Corrections;

/// <summary>A published correction, with the story it belongs to as that is now.</summary>
/// <param name="Revision">The first published state that has it; the one before still has the error.</param>
public sealed record CorrectionView(
    Guid Id, Guid StoryId, string Slug, string Headline, string? Section, CorrectionClass Class, Severity Severity,
    string Note, IReadOnlyList<Claim> Claims, IReadOnlyList<Place> Places, int Revision, long Position,
    string Actor, string? ActorName, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt)
{
    public bool Apology { get; init; }

    /// <summary>What the story is now.</summary>
    public StoryStatus StoryStatus { get; init; }

    /// <summary>How it came to be published; null where nobody was asked to say so.</summary>
    public CorrectionReview? Review { get; init; }

    /// <summary>Whether a second person has agreed since to what was published in an emergency.</summary>
    public bool ApprovedAfterwards { get; init; }

    /// <summary>What became of it since, oldest first.</summary>
    public IReadOnlyList<CorrectionChange> Changes { get; init; } = [];

    /// <summary>Where in the note the words are that were looked for; null where none are.</summary>
    public IReadOnlyList<FoundRun>? FoundInNote { get; init; }

    /// <summary>Where in the story as it is now they are; null where none are.</summary>
    public IReadOnlyList<FoundRun>? FoundInStory { get; init; }

    /// <summary>The note as it is now.</summary>
    public string CurrentNote => Changes.LastOrDefault(change => change.Note is not null)?.Note?.To ?? Note;

    public bool IsWithdrawn => Changes.Any(change => change.Note is null);

    /// <summary>Whether readers are told that it lacks the approval that it should have by now.</summary>
    public bool IsOverdueAt(DateTimeOffset now) =>
        Review is { ApprovedBy: null, ApproveBy: { } due } && !ApprovedAfterwards && now > due;
}

/// <summary>A published correction was amended, or withdrawn where <paramref name="Note"/> is null.</summary>
public sealed record CorrectionChange(
    Guid CorrectionId, TextChange? Note, string? Reason, int Revision, long Position, string Actor, string? ActorName,
    DateTimeOffset OccurredAt);

/// <summary>Which corrections to list; what is null does not filter.</summary>
/// <param name="From">The first moment that is part of the list.</param>
/// <param name="To">The first moment that is no longer part of the list.</param>
public sealed record CorrectionFilter(
    CorrectionClass? Class = null, string? Section = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>The longest text that is looked for, in UTF-16 code units.</summary>
    public const int LongestText = 200;

    /// <summary>Words of the note, or of the story as it is now.</summary>
    public string? Text { get; init; }

    /// <summary>Whether corrections are found by the words of stories that are withdrawn or removed, too.</summary>
    public bool InWithheld { get; init; }
}
