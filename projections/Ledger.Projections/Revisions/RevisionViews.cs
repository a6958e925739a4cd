using Ledger.Domain.Stories;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Revisions;

/// <summary>One published state of a story, in a list.</summary>
/// <param name="Type">The alias of the event that made it.</param>
public sealed record RevisionSummary(
    Guid StoryId, int Revision, long Version, long Position, string Type, StoryStatus Status, string Headline,
    string? Reason, string Actor, string? ActorName, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);

/// <summary>One published state of a story, whole.</summary>
public sealed record RevisionView(RevisionSummary Summary, string? Notice, Article Article);
