namespace Ledger.Benchmarks.Harness;

/// <summary>What one round measured.</summary>
/// <param name="Value">A rate or a time, in the unit of the figure.</param>
/// <param name="Latencies">How long each operation took, in milliseconds; empty where a round is one operation.</param>
internal sealed record Sample(double Value, IReadOnlyList<double> Latencies)
{
    public Sample(double value) : this(value, [])
    {
    }
}

/// <summary>Measures once.</summary>
/// <param name="duration">How long to go on, where the work has no size of its own.</param>
/// <param name="cancellationToken">Ends the measuring.</param>
internal delegate Task<Sample> Round(TimeSpan duration, CancellationToken cancellationToken);
