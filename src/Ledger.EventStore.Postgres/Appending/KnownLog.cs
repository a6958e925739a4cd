namespace Ledger.EventStore.Postgres.Appending;

/// <summary>
/// What this process believes of the log. It only ever guesses: the statement that appends compares each belief with
/// the tables, under the lock, and writes nothing when one of them is wrong.
/// </summary>
internal sealed class KnownLog
{
    /// <summary>The position of the last event; -1 before the log has been looked at.</summary>
    public long Head { get; private set; } = -1;

    /// <summary>When the last event was recorded.</summary>
    public DateTimeOffset LastRecorded { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The versions of streams about which a guess was wrong.</summary>
    public Dictionary<Guid, long> Versions { get; } = [];

    /// <summary>The holders of keys that turned out to be taken.</summary>
    public Dictionary<string, Guid> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The commands that turned out to have been carried out.</summary>
    public Dictionary<string, CommandReceipt> Commands { get; } = new(StringComparer.Ordinal);

    public void MoveTo(long head, DateTimeOffset lastRecorded) => (Head, LastRecorded) = (head, lastRecorded);

    /// <summary>What was learnt for one group is of no use to the next.</summary>
    public void ForgetDetails()
    {
        Versions.Clear();
        Keys.Clear();
        Commands.Clear();
    }

    /// <summary>The time for events recorded now: a clock that is set back does not set the log back.</summary>
    public DateTimeOffset TimeFor(DateTimeOffset now)
    {
        var utc = now.ToUniversalTime();
        var stored = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
        return stored > LastRecorded ? stored : LastRecorded;
    }
}
