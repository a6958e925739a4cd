using Ledger.Application;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Folding;

namespace Ledger.Projections.Tests;

public sealed class EventTypesTests
{
    private static IEnumerable<StoryEvent> All => [.. Sample.Life, .. Sample.Afterwards, Sample.Erased];

    [Fact]
    public void Every_type_of_event_happens_in_the_sample_life_and_is_known_to_the_read_models()
    {
        Assert.Equal(
            LedgerEvents.Catalogue.Types.Where(type => type.Type.IsSubclassOf(typeof(StoryEvent)))
                .Select(type => type.Type.Name).Order(),
            All.Select(happened => happened.GetType().Name).Distinct().Order());
        Assert.All(All, happened => Assert.Same(happened, Recorded(happened).Happened()));
    }

    private static RecordedEvent Recorded(StoryEvent happened) => new(
        1, Sample.CorrectionId, Sample.Harbour, 1, "type", happened, Sample.Noon, new("user:edith"));
}
