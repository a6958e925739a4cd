using System.Diagnostics;

namespace Ledger.Benchmarks.Harness;

/// <summary>How much of the processors went to programs that have nothing to do with what is measured.</summary>
/// <param name="roots">The processes that are ours, with all that they start.</param>
internal sealed class OtherLoad(IReadOnlyCollection<int> roots)
{
    /// <summary>The share from which a figure is marked.</summary>
    public const double Tolerable = 0.05;

    private const double TicksPerSecond = 100;

    private long start;
    private long busy;
    private long ours;

    public void Begin()
    {
        start = Stopwatch.GetTimestamp();
        busy = ProcessTimes.Busy();
        ours = ProcessTimes.OfTrees(roots);
    }

    /// <summary>The share since the beginning, from 0 to 1.</summary>
    public double End()
    {
        var others = ProcessTimes.Busy() - busy - (ProcessTimes.OfTrees(roots) - ours);
        var capacity = Stopwatch.GetElapsedTime(start).TotalSeconds * Environment.ProcessorCount * TicksPerSecond;
        return Math.Clamp(others / capacity, 0, 1);
    }
}
