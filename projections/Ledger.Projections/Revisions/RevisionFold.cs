using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Revisions;

/// <summary>Folds the events of a batch into new revisions, on top of the last revision that each story has.</summary>
internal sealed class RevisionFold(IEnumerable<LastRevision> last)
{
    private readonly Dictionary<Guid, StoryState> states = last.ToDictionary(row => row.StoryId, row => row.State);
    private readonly List<RevisionRow> rows = [];

    /// <summary>The new revisions, those of each story in their order.</summary>
    public IReadOnlyList<RevisionRow> Rows() =>
        [.. rows.GroupBy(row => row.StoryId).SelectMany(story => RevisionRow.MarkOvertaken([.. story]))];

    public void Apply(RecordedEvent recorded)
    {
        var happened = recorded.Happened();
        var state = states.GetValueOrDefault(recorded.StreamId, StoryState.Initial).Evolve(happened);
        states[recorded.StreamId] = state;
        if (!happened.IsRevision())
            return;

        var story = state.Story();
        rows.Add(new(recorded, story.Revision, state.Status(), state.Notice(), happened.PublicReason(), story.Article,
            Stored.Time(recorded.OccurredAt)));
    }
}
