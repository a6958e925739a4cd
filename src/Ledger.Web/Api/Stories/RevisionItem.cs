using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Web.Api.Stories;

/// <summary>One published state of a story, in a list.</summary>
/// <param name="Type">The alias of the event that made it.</param>
/// <param name="Actor">Who did it; only for those who may read the log.</param>
public sealed record RevisionItem(
    int Revision, long Version, long Position, string Type, StoryStatus Status, string Headline, string? Reason,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Actor, string? ActorName)
{
    internal static RevisionItem Of(RevisionSummary summary, HttpContext context)
    {
        var names = context.MaySeeNames();
        return new(
            summary.Revision, summary.Version, summary.Position, summary.Type, summary.Status, summary.Headline,
            summary.Reason, summary.OccurredAt, summary.RecordedAt,
            names ? summary.Actor : null, names ? summary.ActorName : null);
    }
}
