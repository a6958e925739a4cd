using Ledger.EventStore.Postgres.Appending;
using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>The log in PostgreSQL, in tables that Marten 9 can open.</summary>
public sealed partial class PostgresEventStore : IEventStore, ILogWatch, IAsyncDisposable, IDisposable
{
    // Held by whoever appends, until its commit is visible: so the order of commits is the order of positions.
    // It stands in mt_quick_append_events as well.
    internal const long AppendLock = 0x4C65_6467_6572_01;

    // Held by whoever makes the schema.
    private const long MigrationLock = 0x4C65_6467_6572_02;

    private readonly NpgsqlDataSource database;
    private readonly EventCatalogue catalogue;
    private readonly LogListener listener;
    private readonly AppendQueue queue;

    /// <param name="database">Where the log is.</param>
    /// <param name="catalogue">The types of events that it may hold.</param>
    /// <param name="time">Gives the times of recording; the system's clock when null.</param>
    /// <param name="appending">
    /// Gives the one connection that appends: the same database, by a source that nobody else uses. The first source
    /// when null, which costs each append some microseconds more.
    /// </param>
    public PostgresEventStore(
        NpgsqlDataSource database, EventCatalogue catalogue, TimeProvider? time = null,
        NpgsqlDataSource? appending = null)
        : this(database, catalogue, time, appending, through: null)
    {
    }

    /// <param name="database">Where the log is.</param>
    /// <param name="catalogue">The types of events that it may hold.</param>
    /// <param name="time">Gives the times of recording; the system's clock when null.</param>
    /// <param name="appending">Gives the one connection that appends.</param>
    /// <param name="through">Writes the events; the statements of this project when null.</param>
    internal PostgresEventStore(
        NpgsqlDataSource database, EventCatalogue catalogue, TimeProvider? time, NpgsqlDataSource? appending,
        IEventWriter? through)
    {
        this.database = database;
        this.catalogue = catalogue;
        listener = new(database);
        queue = new(new(appending ?? database, listener, time ?? TimeProvider.System, through));
    }

    /// <summary>Stops listening to the database, and appending once what is under way is written.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Dispose();
        await listener.DisposeAsync();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Creates what is missing of the log's tables. Safe to call at every start, by many at once.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select pg_advisory_xact_lock($1)")
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = MigrationLock } },
        });
        foreach (var statements in Sql.Schema)
            batch.BatchCommands.Add(new(statements));

        await batch.ExecuteNonQueryAsync(cancellationToken);
        while (await ScalarAsync(Sql.LacksLeaves, [], cancellationToken) is true)
            await AddLeavesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        queue.AppendAsync(new(request, catalogue), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> GetHeadAsync(CancellationToken cancellationToken) =>
        await ScalarAsync(Sql.Head, [], cancellationToken) as long? ?? 0;

    /// <inheritdoc/>
    public async Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        await ScalarAsync("select stream_id from ops.stream_keys where key = $1",
            [new NpgsqlParameter<string> { TypedValue = key }], cancellationToken) as Guid?;

    /// <inheritdoc/>
    public async Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.FindCommand, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = id } },
        };
        try
        {
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken) ? Receipt(id, row, 0) : null;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private static CommandReceipt Receipt(string id, NpgsqlDataReader row, int first) => new(
        new(id, row.GetFieldValue<byte[]>(first)), row.GetGuid(first + 1), row.GetInt64(first + 2),
        row.GetInt64(first + 3));

    // For a log that somebody else has written: some leaves at a time, so that others can append in between.
    private async Task AddLeavesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = AppendLock } },
        };
        await hold.ExecuteNonQueryAsync(cancellationToken);
        MissingLeaves.Write(connection);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<object?> ScalarAsync(
        string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            // Whatever the reason, a database that cannot be opened cannot be reached.
            throw StoreFailures.Unavailable(e);
        }
    }
}
