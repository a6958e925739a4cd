using System.Diagnostics;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>The whole log, read as events, and made into all read models.</summary>
internal sealed class Reading : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["read.all", "rebuild"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var ledger = await bench.LongLogAsync(cancellationToken);
        var head = await ledger.Store.GetHeadAsync(cancellationToken);
        return await new Contest("bare SELECT of all events", (_, token) => TimeAsync(() => SelectAsync(token)),
            new("read.all", "events/s", (_, token) => TimeAsync(() => ReadAsync(token))),
            new("rebuild", "events/s", (_, token) => TimeAsync(() => ledger.RebuildAsync(token))))
            .RunAsync(bench, cancellationToken);

        async Task<Sample> TimeAsync(Func<Task> work)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            return new(head / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        async Task SelectAsync(CancellationToken token)
        {
            await using var command = ledger.Database.CreateCommand(Statements.Read("select_events"));
            await using var rows = await command.ExecuteReaderAsync(token);
            var count = 0L;
            while (await rows.ReadAsync(token))
                count++;

            ExpectAll(count);
        }

        async Task ReadAsync(CancellationToken token)
        {
            var count = 0L;
            await foreach (var _ in ledger.Store.ReadAllAsync(0, limit: null, token))
                count++;

            ExpectAll(count);
        }

        void ExpectAll(long count)
        {
            if (count != head)
                throw new InvalidOperationException($"The log holds {head} events, of which {count} were read.");
        }
    }
}
