using Ledger.EventStore;

namespace Ledger.Application.Streams;

/// <summary>Folds streams by reading their events.</summary>
/// <remarks>
/// These streams are short, the work on one correction or one report, so that nothing of them is remembered.
/// </remarks>
public sealed class StreamLoader(IEventStore store)
{
    /// <summary>The stream as the log has it now, or had it at one of its versions.</summary>
    public async Task<LoadedStream<TState>> LoadAsync<TEvent, TState>(
        StreamKind<TEvent, TState> kind, Guid id, CancellationToken cancellationToken,
        long toVersion = long.MaxValue)
        where TEvent : notnull
    {
        var loaded = new LoadedStream<TState>(id, kind.Initial, 0, 0);
        await foreach (var recorded in store.ReadStreamAsync(id, new(1, toVersion), cancellationToken))
        {
            // An id may be that of a stream of another kind, which does not exist as one of this kind.
            if (recorded.Data is not TEvent happened)
                return new(id, kind.Initial, 0, 0);

            loaded = new(id, kind.Evolve(loaded.State, happened), recorded.Version, recorded.Position);
        }

        return loaded;
    }
}
