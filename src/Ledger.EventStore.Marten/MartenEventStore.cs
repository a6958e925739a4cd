using Ledger.EventStore.Postgres;
using Marten;
using Npgsql;

namespace Ledger.EventStore.Marten;

/// <summary>The log through Marten 9: it appends and reads the events.</summary>
/// <remarks>
/// What Marten has no notion of is that of <see cref="PostgresEventStore"/>, in the same transaction: the lock, groups
/// of appends, keys, commands, leaves, spans of streams and notifications. So both stores can write one database, in
/// turn or at once.
/// </remarks>
public sealed partial class MartenEventStore : IEventStore, ILogWatch, IAsyncDisposable, IDisposable
{
    private readonly EventCatalogue catalogue;
    private readonly DocumentStore store;
    private readonly PostgresEventStore plain;

    /// <param name="database">Where the log is.</param>
    /// <param name="catalogue">The types of events that it may hold.</param>
    /// <param name="time">Gives the times of recording; the system's clock when null.</param>
    /// <param name="appending">Gives the one connection that appends; the first source when null.</param>
    public MartenEventStore(
        NpgsqlDataSource database, EventCatalogue catalogue, TimeProvider? time = null,
        NpgsqlDataSource? appending = null)
    {
        this.catalogue = catalogue;
        store = DocumentStore.For(options => MartenLog.Configure(options, database, catalogue));
        plain = new(database, catalogue, time, appending, new MartenWriter(store));
    }

    /// <inheritdoc/>
    public event Action<LogChange>? Changed
    {
        add => plain.Changed += value;
        remove => plain.Changed -= value;
    }

    /// <inheritdoc/>
    public bool IsLive => plain.IsLive;

    /// <inheritdoc/>
    public void Start() => plain.Start();

    /// <inheritdoc cref="PostgresEventStore.MigrateAsync"/>
    public Task MigrateAsync(CancellationToken cancellationToken) => plain.MigrateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        plain.AppendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamSpan>> CutStreamsAsync(long events, CancellationToken cancellationToken) =>
        plain.CutStreamsAsync(events, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadStreamsAsync(
        StreamSpan span, long upToPosition, CancellationToken cancellationToken) =>
        plain.ReadStreamsAsync(span, upToPosition, cancellationToken);

    /// <inheritdoc/>
    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => plain.GetHeadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        plain.FindByKeyAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken) =>
        plain.FindCommandAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<long> WaitForGrowthAsync(
        long afterPosition, TimeSpan atMost, CancellationToken cancellationToken) =>
        plain.WaitForGrowthAsync(afterPosition, atMost, cancellationToken);

    /// <summary>Stops listening to the database, and appending once what is under way is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await plain.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
