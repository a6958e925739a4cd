namespace Ledger.EventStore.Postgres;

public sealed partial class PostgresEventStore : IAsyncDisposable, IDisposable
{
    // A notification can be lost with its connection, and a writer such as Marten sends none.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly LogListener listener = new(database);

    /// <inheritdoc/>
    public bool IsLive => listener.IsLive;

    /// <inheritdoc/>
    public event Action<LogChange>? Changed
    {
        add => listener.Changed += value;
        remove => listener.Changed -= value;
    }

    /// <inheritdoc/>
    public void Start() => listener.Start();

    /// <inheritdoc/>
    public async Task<long> WaitForGrowthAsync(
        long afterPosition, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            // Taken before looking, so that growth between the two is not missed.
            var growth = listener.NextGrowth;
            var head = await GetHeadAsync(cancellationToken);
            var left = atMost - TimeProvider.System.GetElapsedTime(start);
            if (head > afterPosition || left <= TimeSpan.Zero)
                return head;

            var pause = Task.Delay(left < LookAgain ? left : LookAgain, cancellationToken);
            await await Task.WhenAny(growth, pause);
        }
    }

    /// <summary>Stops listening to the database.</summary>
    public ValueTask DisposeAsync() => listener.DisposeAsync();

    /// <summary>Stops listening to the database.</summary>
    public void Dispose() => listener.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
