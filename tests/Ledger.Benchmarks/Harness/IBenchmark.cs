namespace Ledger.Benchmarks.Harness;

/// <summary>Makes what it needs, and measures the figures of these names, or those of them that are wanted.</summary>
internal interface IBenchmark
{
    IReadOnlyList<string> Names { get; }

    Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken);
}
