using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Projections.Folding;

/// <summary>One event of a story, and what it made of the story.</summary>
internal sealed record StoryStep(RecordedEvent Recorded, StoryEvent Happened, StoryFold Before, StoryFold After)
    : Step(Recorded)
{
    public override long Length => Happened.LengthInMemory();

    public override StreamFold From => Before;

    public override StreamFold To => After;
}
