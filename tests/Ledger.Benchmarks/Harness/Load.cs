using System.Diagnostics;

namespace Ledger.Benchmarks.Harness;

/// <summary>Callers that each do one thing after the other, all at once, for a fixed time.</summary>
internal static class Load
{
    /// <summary>Operations a second, with the latency of each.</summary>
    /// <param name="callers">How many work at once.</param>
    /// <param name="duration">
    /// For how long new operations are begun, by each caller one at least; all that were begun are waited for.
    /// </param>
    /// <param name="once">Does it once, for the caller of that number, from 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Sample> RunAsync(
        int callers, TimeSpan duration, Func<int, CancellationToken, Task> once, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            () => RepeatAsync(start, duration, token => once(caller, token), cancellationToken), cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var latencies = all.SelectMany(each => each).ToList();
        return new(latencies.Count / elapsed.TotalSeconds, latencies);
    }

    /// <summary>The median time of something that one caller does, in milliseconds.</summary>
    public static Round MedianOf(Func<CancellationToken, Task> once) => async (duration, cancellationToken) =>
    {
        var all = await RunAsync(callers: 1, duration, (_, token) => once(token), cancellationToken);
        return all with { Value = Statistics.Median([.. all.Latencies]) };
    };

    private static async Task<List<double>> RepeatAsync(
        long start, TimeSpan duration, Func<CancellationToken, Task> once, CancellationToken cancellationToken)
    {
        var latencies = new List<double>();
        do
        {
            var begun = Stopwatch.GetTimestamp();
            await once(cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(start) < duration);

        return latencies;
    }
}
