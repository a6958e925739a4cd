using Ledger.EventStore.Marten;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.EventStore.Tests.Postgres;

namespace Ledger.EventStore.Tests.Marten;

/// <summary>An empty log, and stores of both kinds on it.</summary>
public sealed class TwoStores : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> opened = [];

    private TwoStores(PostgresLog log) => Log = log;

    public PostgresLog Log { get; }

    public static async Task<TwoStores> CreateAsync() => new(await PostgresLog.CreateAsync());

    public MartenEventStore OpenMarten(EventCatalogue? catalogue = null) => OpenMarten(TimeProvider.System, catalogue);

    public MartenEventStore OpenMarten(TimeProvider time, EventCatalogue? catalogue = null) =>
        Kept(new MartenEventStore(Log.Source, catalogue ?? SampleEvents.Catalogue, time));

    public PostgresEventStore Open(TimeProvider time) =>
        Kept(new PostgresEventStore(Log.Source, SampleEvents.Catalogue, time));

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();

        await Log.DisposeAsync();
    }

    private T Kept<T>(T store) where T : IAsyncDisposable
    {
        opened.Add(store);
        return store;
    }
}
