using Ledger.Domain.Stories;

namespace Ledger.Projections.Corrections;

/// <summary>A published correction, with the story it belongs to as that is now.</summary>
/// <param name="Revision">The first published state that has it; the one before still has the error.</param>
public sealed record CorrectionView(
    Guid Id, Guid StoryId, string Slug, string Headline, string? Section, CorrectionClass Class, Severity Severity,
    string Note, IReadOnlyList<Claim> Claims, IReadOnlyList<Place> Places, int Revision, long Position,
    string Actor, string? ActorName, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);

/// <summary>Which corrections to list; what is null does not filter.</summary>
/// <param name="From">The first moment that is part of the list.</param>
/// <param name="To">The first moment that is no longer part of the list.</param>
public sealed record CorrectionFilter(
    CorrectionClass? Class = null, string? Section = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
