using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>Hears of every append through one connection, for all who wait. Connects when first asked.</summary>
internal sealed class GrowthListener(NpgsqlDataSource database) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeReconnecting = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock starting = new();
    private volatile TaskCompletionSource growth = New();
    private Task? listening;

    /// <summary>Ends when the log has grown, or may have grown unheard.</summary>
    public Task NextGrowth
    {
        get
        {
            lock (starting)
                listening ??= Task.Run(ListenAsync);

            return growth.Task;
        }
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
            catch (NpgsqlException)
            {
                // The log itself tells its callers of a database that is gone; here it is enough to come back.
                await Task.Delay(BeforeReconnecting, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        await using var connection = await database.OpenConnectionAsync(stop.Token);
        connection.Notification += (_, _) => Announce();
        await using var listen = new NpgsqlCommand("listen ledger_events", connection);
        await listen.ExecuteNonQueryAsync(stop.Token);

        // What was appended before this moment was not heard.
        Announce();
        while (true)
            await connection.WaitAsync(stop.Token);
    }

    private void Announce()
    {
        var announced = growth;
        growth = New();
        announced.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
