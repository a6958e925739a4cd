using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Ledger.EventStore;

namespace Ledger.Projections.Running;

/// <summary>Reads the log right up to an event that cannot be read.</summary>
/// <remarks>
/// A store may read many events at once and give none of them when one cannot be read. Asked for fewer and fewer, it
/// gives all those before it.
/// </remarks>
internal static class LogReader
{
    private const int FirstLimit = 512;

    /// <summary>An event, or at the end the reason why the next one cannot be read.</summary>
    internal readonly record struct Item(RecordedEvent? Event, ExceptionDispatchInfo? Failure);

    public static async IAsyncEnumerable<Item> ReadAsync(
        IEventStore store, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? limit = null;
        while (true)
        {
            var read = 0;
            await using var log = store.ReadAllAsync(after, limit, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            var (more, failure) = await MoveNextAsync(log);
            for (; more; (more, failure) = await MoveNextAsync(log))
            {
                yield return new(log.Current, null);
                after = log.Current.Position;
                read++;
            }

            if (failure is null && (limit is null || read < limit))
                yield break;

            if (failure is not null && (limit == 1 || !Transient.IsNot(failure.SourceException)))
            {
                yield return new(null, failure);
                yield break;
            }

            if (failure is not null)
                limit = limit is null ? FirstLimit : limit / 2;
        }
    }

    private static async Task<(bool More, ExceptionDispatchInfo? Failure)> MoveNextAsync(
        IAsyncEnumerator<RecordedEvent> log)
    {
        try
        {
            return (await log.MoveNextAsync(), null);
        }
        catch (Exception failure)
        {
            return (false, ExceptionDispatchInfo.Capture(failure));
        }
    }
}
