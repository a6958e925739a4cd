using Ledger.EventStore;
using Ledger.EventStore.Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Hosting.Stores;

public static partial class LogStores
{
    static partial void AddMarten(List<LogStore> stores) => stores.Add(new("marten", services => services.AddLog(
        provider => new MartenEventStore(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<EventCatalogue>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredKeyedService<NpgsqlDataSource>(Appending)))));
}
