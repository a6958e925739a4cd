using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Projections.Running;

/// <summary>Events that are applied together.</summary>
/// <param name="After">The position after which they were read; nothing is between it and the first.</param>
internal sealed record EventBatch(long After, IReadOnlyList<RecordedEvent> Events)
{
    private const int MostEvents = 500;
    private const int MostCharacters = 4_000_000;

    public long Last => Events[^1].Position;

    /// <summary>The first and the second half; only for batches of two or more.</summary>
    public (EventBatch First, EventBatch Second) Halves()
    {
        var first = this with { Events = [.. Events.Take(Events.Count / 2)] };
        return (first, new(first.Last, [.. Events.Skip(first.Events.Count)]));
    }

    /// <summary>The log after a position, cut into batches, of which the next is read while one is applied.</summary>
    /// <remarks>When the log cannot be read on, all that could be read is given before the exception.</remarks>
    public static async IAsyncEnumerable<EventBatch> ReadAsync(
        IEventStore store, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<EventBatch>(1);
        var reading = FillAsync(ahead.Writer, CutAsync(store, after, stop.Token), stop.Token);
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
        IEventStore store, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = new List<RecordedEvent>();
        var characters = 0L;
        await foreach (var (recorded, failure) in LogReader.ReadAsync(store, after, cancellationToken))
        {
            if (recorded is not null)
            {
                events.Add(recorded);
                characters += LengthOf(recorded.Data);
            }

            if (events.Count > 0 && (failure is not null || events.Count == MostEvents || characters >= MostCharacters))
            {
                yield return new(after, events);
                after = events[^1].Position;
                events = [];
                characters = 0;
            }

            failure?.Throw();
        }

        if (events.Count > 0)
            yield return new(after, events);
    }

    // About what an event takes in memory, so that long articles make short batches.
    private static long LengthOf(object data) => data switch
    {
        StoryPublished e => LengthOf(e.Article.Blocks),
        ArticleRevised e => LengthOf(e.Change.Blocks),
        CorrectionIssued e => LengthOf(e.Change.Blocks),
        _ => 0,
    };

    private static long LengthOf(IReadOnlyList<Block>? blocks) => blocks?.Sum(block =>
        (long)(block.Text?.Length ?? 0) + (block.Items?.Sum(item => (long)item.Length) ?? 0)) ?? 0;
}
