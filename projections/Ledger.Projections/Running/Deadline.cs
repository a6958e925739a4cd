using System.Diagnostics;

namespace Ledger.Projections.Running;

/// <summary>Until when something may take, by a clock that only measures and never enters a row.</summary>
internal readonly struct Deadline(TimeSpan atMost)
{
    private readonly long start = Stopwatch.GetTimestamp();

    public TimeSpan Left => Max(atMost - Stopwatch.GetElapsedTime(start), TimeSpan.Zero);

    public bool IsOver => Left == TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
