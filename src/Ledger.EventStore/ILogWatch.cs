namespace Ledger.EventStore;

/// <summary>Something was appended to the log.</summary>
/// <param name="Position">The position of the last event appended, or 0 when it is not known.</param>
/// <param name="Streams">The streams that have grown; null when it may have been any.</param>
public readonly record struct LogChange(long Position, IReadOnlyCollection<Guid>? Streams);

/// <summary>Tells of the growth of the log by push, for those who keep in memory what they have read of it.</summary>
/// <remarks>
/// <list type="number">
/// <item>An append of this process is told before it returns to its caller.</item>
/// <item>An append of another process is told when the database's notification arrives.</item>
/// <item>Whenever something may have been missed, a change of any stream is told before <see cref="IsLive"/> is true
/// again.</item>
/// </list>
/// </remarks>
public interface ILogWatch
{
    /// <summary>
    /// Whether appends of others are heard. While it is false, what is kept in memory may be out of date, and has to be
    /// asked for again.
    /// </summary>
    bool IsLive { get; }

    /// <summary>Called on the thread that appended or listens: be quick, and do not throw.</summary>
    event Action<LogChange>? Changed;

    /// <summary>Begins to listen to others, and goes on until the store is disposed. Safe to call often.</summary>
    void Start();
}
