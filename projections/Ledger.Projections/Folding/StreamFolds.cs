using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Projections.Folding;

/// <summary>Folds the log in its own order, and keeps the streams met last at hand.</summary>
/// <remarks>
/// A stream that is kept is known by its version. What was appended and projected by somebody else meanwhile is read
/// from its stream before going on, so that what is kept can be old, but never wrong. Where room is short, streams of
/// few events give way first: to fold a long one again with each of its events would take longer with every event.
/// </remarks>
internal sealed class StreamFolds(IEventStore store, long mostCharacters = StreamFolds.MostCharacters)
{
    /// <summary>
    /// At most some 128 MB, which only stories of thousands of revisions fill: where a sentence that has gone once
    /// stood is remembered. Less would make of every event of such a story a reading of all of it.
    /// </summary>
    private const long MostCharacters = 64_000_000;

    // To read so many again takes about as long as to read one.
    private const int FewEvents = 50;

    // The least that a stream takes, however short it is.
    private const int Overhead = 1_000;

    private readonly Dictionary<Guid, LinkedListNode<Kept>> kept = [];
    private readonly LinkedList<Kept> shortLastUsedFirst = [];
    private readonly LinkedList<Kept> longLastUsedFirst = [];
    private long characters;

    private sealed record Kept(StreamFold Stream, long Characters);

    /// <summary>The step that an event is, on top of all the events of its stream before it.</summary>
    public async ValueTask<Step> ApplyAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        // What is kept of any stream may hold the words that were erased from its events.
        if (recorded.Data is ContentErased)
            Forget();

        var before = Find(recorded.StreamId);
        if (before is null || before.Version >= recorded.Version)
            before = StreamKinds.Begin(recorded);

        if (before.Version < recorded.Version - 1)
        {
            var missing = new StreamRange(before.Version + 1, recorded.Version - 1);
            await foreach (var earlier in store.ReadStreamAsync(recorded.StreamId, missing, cancellationToken))
                before = before.Apply(earlier).To;
        }

        var step = before.Apply(recorded);
        Keep(step.To);
        return step;
    }

    private StreamFold? Find(Guid id)
    {
        lock (kept)
        {
            return kept.GetValueOrDefault(id)?.Value.Stream;
        }
    }

    private void Forget()
    {
        lock (kept)
        {
            kept.Clear();
            shortLastUsedFirst.Clear();
            longLastUsedFirst.Clear();
            characters = 0;
        }
    }

    private void Keep(StreamFold stream)
    {
        var entry = new Kept(stream, Overhead + stream.Length);
        lock (kept)
        {
            if (kept.Remove(stream.Id, out var old))
                Drop(old);

            var lastUsedFirst = stream.Version <= FewEvents ? shortLastUsedFirst : longLastUsedFirst;
            kept.Add(stream.Id, lastUsedFirst.AddFirst(entry));
            characters += entry.Characters;
            while (characters > mostCharacters && (shortLastUsedFirst.Last ?? longLastUsedFirst.Last) is { } oldest)
            {
                kept.Remove(oldest.Value.Stream.Id);
                Drop(oldest);
            }
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        node.List!.Remove(node);
        characters -= node.Value.Characters;
    }
}
