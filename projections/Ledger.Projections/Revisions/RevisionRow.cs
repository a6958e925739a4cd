using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Revisions;

/// <summary>One published state of a story, as its row needs it.</summary>
internal sealed record RevisionRow(
    RecordedEvent Recorded, int Revision, StoryStatus Status, string? Notice, string? Reason, Article Article,
    DateTimeOffset OccurredAt)
{
    public Guid StoryId => Recorded.StreamId;

    /// <summary>Whether a later revision is said to have gone out no later than this one.</summary>
    public bool Overtaken { get; init; }

    /// <summary>The new revisions of one story, in order, with those marked that others among them overtake.</summary>
    public static IEnumerable<RevisionRow> MarkOvertaken(IReadOnlyList<RevisionRow> rows)
    {
        var earliest = DateTimeOffset.MaxValue;
        var marked = new RevisionRow[rows.Count];
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            marked[i] = rows[i] with { Overtaken = rows[i].OccurredAt >= earliest };
            earliest = rows[i].OccurredAt < earliest ? rows[i].OccurredAt : earliest;
        }

        return marked;
    }
}
