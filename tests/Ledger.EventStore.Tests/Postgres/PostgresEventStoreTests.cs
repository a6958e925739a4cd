using Ledger.EventStore.Tests.Contract;

namespace Ledger.EventStore.Tests.Postgres;

public sealed class PostgresEventStoreTests : EventStoreContract
{
    private PostgresLog log = null!;

    protected override async Task<IEventStore> OpenAsync(EventCatalogue catalogue) =>
        (log ??= await PostgresLog.CreateAsync()).Open(catalogue);

    public override ValueTask DisposeAsync() => log.DisposeAsync();
}
