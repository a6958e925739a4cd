using System.Collections.Concurrent;

namespace Ledger.Web.Reading;

/// <summary>Counts the requests of each sender in a minute; addresses are forgotten with their minute.</summary>
/// <param name="most">How many one sender may make.</param>
/// <param name="time">Tells the minute.</param>
internal sealed class SenderCounts(int most, TimeProvider time)
{
    /// <summary>How many seconds are counted together.</summary>
    public const int Window = 60;

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long minute;

    /// <summary>Counts a request; says what is left, below 0 where it is one too many, and for how long.</summary>
    public (int Left, int Seconds) Count(string sender)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var present = now / Window;
        if (Interlocked.Exchange(ref minute, present) != present)
            counts.Clear();

        var used = counts.AddOrUpdate(sender, 1, static (_, before) => before == int.MaxValue ? before : before + 1);
        return (most - used, (int)(Window - now % Window));
    }
}
