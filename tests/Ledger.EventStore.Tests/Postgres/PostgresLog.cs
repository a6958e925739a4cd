using System.Globalization;
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
    private int ids;

    private PostgresLog(TestDatabase database)
    {
        this.database = database;
        Source = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => database.ConnectionString;

    /// <summary>The stream that the tests of this store write to.</summary>
    public static Guid Stream { get; } = Guid.Parse("0193a000-0000-7000-8000-00000000000f");

    public static async Task<PostgresLog> CreateAsync(bool migrate = true)
    {
        var log = new PostgresLog(await TestDatabase.CreateAsync());
        if (migrate)
            await log.Open().MigrateAsync(CancellationToken.None);

        return log;
    }

    /// <summary>A statement by which somebody else puts an event where they like.</summary>
    public static string ForeignEvent(
        long position, long version, string type = "note_taken", string data = """{"text": "foreign"}""",
        string headers = "null", string user = "null", string time = "clock_timestamp()") => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        with stream as (
          insert into events.mt_streams (id, type, version) values ('{Stream}', 'sample', {version})
          on conflict do nothing
        )
        insert into events.mt_events (seq_id, id, stream_id, version, data, type, headers, user_name, "timestamp")
        values ({position}, gen_random_uuid(), '{Stream}', {version}, '{data}', '{type}', {headers}, {user}, {time})
        """);

    public NewEvent Event(object data) =>
        new(new(Interlocked.Increment(ref ids), 0x7000, 0x7000, new byte[8]), data, new("user:ada"));

    public Task<AppendResult> AppendAsync(IEventStore store, params object[] data) => store.AppendAsync(
        new(Stream, "sample", ExpectedVersion.Any, [.. data.Select(Event)]), CancellationToken.None);

    public static Task<List<RecordedEvent>> AllAsync(IEventStore store) =>
        store.ReadAllAsync(0, null, CancellationToken.None).ToListAsync().AsTask();

    /// <summary>Returns when as many connections wait for a lock that another one holds.</summary>
    public Task WaitUntilBlockedAsync(int connections) => Eventually.IsTrueAsync(async () => connections <= await
        ScalarAsync<long>("select count(*) from pg_stat_activity "
            + "where datname = current_database() and wait_event_type = 'Lock'"));

    /// <summary>Holds up every append until it is disposed.</summary>
    public async Task<IAsyncDisposable> HoldAppendLockAsync()
    {
        // A connection outside of the pool lets go of its locks when it is closed.
        var target = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false };
        var connection = new NpgsqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("select pg_advisory_lock($1)", connection)
        {
            Parameters = { new() { Value = PostgresEventStore.AppendLock } },
        };
        await hold.ExecuteNonQueryAsync();
        return connection;
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
