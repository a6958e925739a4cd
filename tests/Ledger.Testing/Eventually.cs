using System.Diagnostics;

namespace Ledger.Testing;

/// <summary>Waits for what happens in its own time, by trying and not by sleeping through.</summary>
public static class Eventually
{
    // Long, since only a failure waits for all of it, and a machine may be busy with other work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Tries until it succeeds; an error that is not of the expected kind ends it at once.</summary>
    public static async Task<T> SucceedsAsync<T>(Func<Task<T>> attempt, Func<Exception, bool> isExpected)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception e) when (isExpected(e) && Stopwatch.GetElapsedTime(start) < Patience)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    /// <summary>Tries until it is true.</summary>
    /// <exception cref="TimeoutException">It has not become true for a long time.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new TimeoutException($"It did not become true within {Patience}.");

            await timer.WaitForNextTickAsync();
        }
    }
}
