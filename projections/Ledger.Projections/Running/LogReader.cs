using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Ledger.EventStore;
using Ledger.Projections.Folding;

namespace Ledger.Projections.Running;

/// <summary>Reads and folds the log right up to an event that cannot be read or folded.</summary>
/// <remarks>
/// A store may read many events at once and give none of them when one cannot be read. Asked for fewer and fewer, it
/// gives all those before it.
/// </remarks>
internal static class LogReader
{
    private const int FirstLimit = 512;

    /// <summary>A step, or at the end the reason why there is no next one.</summary>
    internal readonly record struct Item(Step? Step, ExceptionDispatchInfo? Failure);

    public static async IAsyncEnumerable<Item> ReadAsync(
        IEventStore store, StreamFolds folds, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (recorded, unreadable) in ReadAsync(store, after, cancellationToken))
        {
            var item = unreadable is null
                ? await FoldAsync(folds, recorded!, cancellationToken)
                : new(null, unreadable);
            yield return item;
            if (item.Failure is not null)
                yield break;
        }
    }

    private static async ValueTask<Item> FoldAsync(
        StreamFolds folds, RecordedEvent recorded, CancellationToken cancellationToken)
    {
        try
        {
            return new(await folds.ApplyAsync(recorded, cancellationToken), null);
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            return new(null, ExceptionDispatchInfo.Capture(new UnfoldableException(recorded, failure)));
        }
    }

    private static async IAsyncEnumerable<(RecordedEvent? Event, ExceptionDispatchInfo? Failure)> ReadAsync(
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
                yield return (log.Current, null);
                after = log.Current.Position;
                read++;
            }

            if (failure is null && (limit is null || read < limit))
                yield break;

            if (failure is not null && (limit == 1 || !Transient.IsNot(failure.SourceException)))
            {
                yield return (null, failure);
                yield break;
            }

            if (failure is not null)
                limit = limit is null ? FirstLimit : limit / 2;
        }
    }

    private static async ValueTask<(bool More, ExceptionDispatchInfo? Failure)> MoveNextAsync(
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
