namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Brings appends that come at the same time into groups, of which one is written at a time.</summary>
/// <remarks>
/// A thread of its own writes, as soon as there is something and without waiting for more: a single caller loses no
/// time. What arrives while a group is written is the next group. A thread of the pool would be missing there while it
/// waits for the database, and what it tells callers would be done by others only when they have nothing else to do.
/// </remarks>
internal sealed class AppendQueue(GroupWriter writer) : IDisposable
{
    private const int MostWaiting = 1024;
    private const int MostAppends = 512;
    private const int MostBytes = 8 << 20;

    // Callers that were just answered often have more to append. Waiting for them so long makes fewer, larger groups.
    private static readonly TimeSpan Linger = TimeSpan.FromMicroseconds(100);

    private readonly SemaphoreSlim room = new(MostWaiting);
    private readonly object gate = new();
    private readonly Queue<PendingAppend> waiting = [];
    private readonly List<PendingAppend> group = [];
    private IReadOnlyList<PendingAppend> deferred = [];
    private Thread? writing;
    private bool isClosed;

    /// <summary>Appends with the next group.</summary>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled while it waited, and nothing was written. Once it is being written it cannot be cancelled.
    /// </exception>
    public async Task<AppendResult> AppendAsync(PendingAppend append, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            Enqueue(append);
            await using var cancelled = cancellationToken.UnsafeRegister(
                static (append, token) => ((PendingAppend)append!).Cancel(token), append);
            return await append.Result;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Returns when nothing is being written any more, and lets nothing more be.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }

        writing?.Join();
        writer.Dispose();
    }

    private void Enqueue(PendingAppend append)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, typeof(PostgresEventStore));
            waiting.Enqueue(append);
            if (writing is null)
                Start();
            else
                Monitor.Pulse(gate);
        }
    }

    private void Start()
    {
        // It lives as long as the store, and must not carry on what its first caller has around it.
        writing = new(WriteAll) { Name = "Ledger appends", IsBackground = true };
        writing.UnsafeStart();
    }

    private void WriteAll()
    {
        while (HasMore())
        {
            WaitForCallers();
            WriteNext();
        }
    }

    /// <summary>Waits until there is something to write.</summary>
    /// <returns>False when there will not be any more.</returns>
    private bool HasMore()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && deferred.Count == 0 && !isClosed)
            {
                // After a pause nobody is about to come back.
                group.Clear();
                Monitor.Wait(gate);
            }

            return waiting.Count > 0 || deferred.Count > 0;
        }
    }

    private void WriteNext()
    {
        TakeGroup();
        if (group.Count > 0)
            deferred = writer.Write(group);
    }

    private void TakeGroup()
    {
        group.Clear();
        group.AddRange(deferred);
        deferred = [];
        var bytes = 0L;
        lock (gate)
        {
            while (group.Count < MostAppends && bytes < MostBytes && waiting.TryDequeue(out var append))
            {
                if (!append.TryTake())
                    continue;

                group.Add(append);
                bytes += append.Bytes;
            }
        }
    }

    private void WaitForCallers()
    {
        if (group.Count <= 1)
            return;

        var start = TimeProvider.System.GetTimestamp();
        while (Waiting() < group.Count && TimeProvider.System.GetElapsedTime(start) < Linger)
            Thread.Yield();

        int Waiting()
        {
            lock (gate)
                return waiting.Count;
        }
    }
}
