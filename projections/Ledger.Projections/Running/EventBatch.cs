using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ledger.EventStore;
using Ledger.Projections.Folding;

namespace Ledger.Projections.Running;

/// <summary>Events that are applied together, each folded on top of those before it.</summary>
/// <param name="After">The position after which they were read; nothing is between it and the first.</param>
internal sealed record EventBatch(long After, IReadOnlyList<Step> Steps)
{
    private const int MostEvents = 1_000;
    private const int MostCharacters = 4_000_000;

    public long Last => Steps[^1].Position;

    /// <summary>The first and the second half; only for batches of two or more.</summary>
    public (EventBatch First, EventBatch Second) Halves()
    {
        var first = this with { Steps = [.. Steps.Take(Steps.Count / 2)] };
        return (first, new(first.Last, [.. Steps.Skip(first.Steps.Count)]));
    }

    /// <summary>The log after a position, cut into batches, of which the next is read while one is applied.</summary>
    /// <remarks>When the log cannot be read on, all that could be read is given before the exception.</remarks>
    /// <exception cref="UnfoldableException">An event cannot follow on those before it.</exception>
    public static async IAsyncEnumerable<EventBatch> ReadAsync(
        IEventStore store, StreamFolds folds, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<EventBatch>(1);
        var reading = FillAsync(ahead.Writer, CutAsync(store, folds, after, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in ahead.Reader.ReadAllAsync(cancellationToken))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task FillAsync(
        ChannelWriter<EventBatch> ahead, IAsyncEnumerable<EventBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in batches.WithCancellation(cancellationToken))
                await ahead.WriteAsync(batch, cancellationToken);

            ahead.Complete();
        }
        catch (Exception failure)
        {
            // The one who takes the batches out is told after the last of them.
            ahead.Complete(failure);
        }
    }

    private static async IAsyncEnumerable<EventBatch> CutAsync(
        IEventStore store, StreamFolds folds, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        var characters = 0L;
        await foreach (var (step, failure) in LogReader.ReadAsync(store, folds, after, cancellationToken))
        {
            if (step is not null)
            {
                steps.Add(step);
                characters += step.Length;
            }

            if (steps.Count > 0 && (failure is not null || steps.Count == MostEvents || characters >= MostCharacters))
            {
                yield return new(after, steps);
                after = steps[^1].Position;
                steps = [];
                characters = 0;
            }

            failure?.Throw();
        }

        if (steps.Count > 0)
            yield return new(after, steps);
    }
}
