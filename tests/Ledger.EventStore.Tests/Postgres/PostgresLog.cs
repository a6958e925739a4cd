using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Testing;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>An empty log in a database of its own, and every store that a test opens on it.</summary>
public sealed class PostgresLog : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly List<PostgresEventStore> opened = [];

    private PostgresLog(TestDatabase database)
    {
        this.database = database;
        Source = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<PostgresLog> CreateAsync()
    {
        var log = new PostgresLog(await TestDatabase.CreateAsync());
        await log.Open(SampleEvents.Catalogue).MigrateAsync(CancellationToken.None);
        return log;
    }

    public PostgresEventStore Open(EventCatalogue? catalogue = null)
    {
        var store = new PostgresEventStore(Source, catalogue ?? SampleEvents.Catalogue);
        opened.Add(store);
        return store;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(CancellationToken.None) is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();

        await Source.DisposeAsync();
        await database.DisposeAsync();
    }
}
