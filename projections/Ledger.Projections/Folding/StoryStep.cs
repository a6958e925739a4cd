using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Projections.Folding;

/// <summary>One event, and what it made of its story.</summary>
internal sealed record StoryStep(RecordedEvent Recorded, StoryEvent Happened, StoryFold Before, StoryFold After)
{
    public long Position => Recorded.Position;
}
