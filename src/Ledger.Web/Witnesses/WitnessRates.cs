using System.Collections.Concurrent;
using Ledger.Hosting.Witnesses;

namespace Ledger.Web.Witnesses;

/// <summary>How many checkpoints one sender may bring to this witness in a minute.</summary>
internal sealed class WitnessRates(WitnessSettings settings, TimeProvider time)
{
    private const int Window = 60;

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long minute;

    /// <summary>Counts a request; says how many seconds to wait where it is one too many.</summary>
    public int? FindWait(string sender)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (Interlocked.Exchange(ref minute, now / Window) != now / Window)
            counts.Clear();

        var used = counts.AddOrUpdate(sender, 1, static (_, before) => before == int.MaxValue ? before : before + 1);
        return used > settings.RequestsPerMinute ? (int)(Window - now % Window) : null;
    }
}
