using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>Hears of every append through one connection, for all who wait. Connects when first asked.</summary>
internal sealed class LogListener(NpgsqlDataSource database) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeReconnecting = TimeSpan.FromSeconds(1);

    // So often a silent connection is asked whether it still is one.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock starting = new();
    private volatile TaskCompletionSource growth = New();
    private volatile bool isLive;
    private Task? listening;

    /// <summary>The server's process that appends for us: what it tells has been told already.</summary>
    public int OwnBackend { get; set; }

    /// <summary>Told of every change, by this process or another.</summary>
    public event Action<LogChange>? Changed;

    /// <summary>Whether appends of others are heard.</summary>
    public bool IsLive => isLive;

    /// <summary>Ends when the log has grown, or may have grown unheard.</summary>
    public Task NextGrowth
    {
        get
        {
            Start();
            return growth.Task;
        }
    }

    public void Start()
    {
        lock (starting)
            listening ??= Task.Run(ListenAsync);
    }

    /// <summary>Passes a change on to all who want to know.</summary>
    public void Announce(LogChange change)
    {
        Changed?.Invoke(change);
        var announced = growth;
        growth = New();
        announced.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows the store by two names disposes it twice.
        if (stop.IsCancellationRequested)
            return;

        await stop.CancelAsync();
        if (listening is not null)
            await listening;

        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync();
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The log itself tells its callers of a database that is gone; here it is enough to come back.
                isLive = false;
                await Task.Delay(BeforeReconnecting, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                isLive = false;
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        await using var connection = await database.OpenConnectionAsync(stop.Token);
        connection.Notification += (_, told) =>
        {
            if (told.PID != OwnBackend)
                Announce(ChangeNotice.Parse(told.Payload));
        };
        await using var listen = new NpgsqlCommand("listen ledger_events", connection);
        await listen.ExecuteNonQueryAsync(stop.Token);

        // What was appended before this moment was not heard.
        Announce(new(0, null));
        isLive = true;
        await using var ask = new NpgsqlCommand("select 1", connection) { CommandTimeout = 1 };
        while (true)
        {
            if (!await connection.WaitAsync(LongestSilence, stop.Token))
                await ask.ExecuteNonQueryAsync(stop.Token);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
