using BenchmarkDotNet.Attributes;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Micro;

/// <summary>The state of a story from its events.</summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private readonly Articles articles = new();

    [Benchmark]
    public StoryState Fold100Events() =>
        articles.Events.Aggregate(StoryState.Initial, (state, e) => state.Evolve(e));
}
