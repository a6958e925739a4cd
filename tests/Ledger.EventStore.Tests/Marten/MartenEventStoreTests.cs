using Ledger.EventStore.Tests.Contract;

namespace Ledger.EventStore.Tests.Marten;

public sealed class MartenEventStoreTests : EventStoreContract
{
    private TwoStores? stores;

    protected override async Task<IEventStore> OpenAsync(EventCatalogue catalogue) =>
        (stores ??= await TwoStores.CreateAsync()).OpenMarten(catalogue);

    public override ValueTask DisposeAsync() => stores?.DisposeAsync() ?? ValueTask.CompletedTask;
}
