using BenchmarkDotNet.Attributes;
using Ledger.Application;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Benchmarks.Micro;

/// <summary>The stored form of a hundred events: a publication and 99 changes.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly EventCatalogue catalogue = LedgerEvents.Catalogue;
    private readonly IReadOnlyList<StoryEvent> events = new Articles().Events;
    private readonly List<(string Alias, byte[] Data)> stored;

    public JsonBenchmarks() =>
        stored = [.. events.Select(e => (catalogue.AliasOf(e.GetType()), catalogue.Write(e)))];

    [Benchmark]
    public long Write() => events.Sum(e => (long)catalogue.Write(e).Length);

    [Benchmark]
    public int Read() => stored.Count(pair => catalogue.Read(pair.Alias, pair.Data) is StoryEvent);
}
