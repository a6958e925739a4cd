namespace Ledger.EventStore.Postgres;

public sealed partial class PostgresEventStore
{
    // A notification can be lost with its connection, and a writer such as Marten sends none.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

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
}
