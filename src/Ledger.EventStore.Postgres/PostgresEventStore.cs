using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>The log in PostgreSQL, in tables that Marten 9 can open.</summary>
public sealed partial class PostgresEventStore(NpgsqlDataSource database, EventCatalogue catalogue) : IEventStore
{
    /// <summary>Creates what is missing of the log's tables. Safe to call at every start, by many at once.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{catalogue}");

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadStreamAsync(Guid streamId, StreamRange range, CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadAllAsync(long afterPosition, int? limit, CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public Task<long> WaitForGrowthAsync(long afterPosition, TimeSpan atMost, CancellationToken cancellationToken) => throw new InvalidOperationException();
}
