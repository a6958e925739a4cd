using System.Diagnostics;
using Ledger.EventStore;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Folding;

/// <summary>A stream folded from its events, of whatever kind it is.</summary>
internal abstract record StreamFold
{
    public required Guid Id { get; init; }
    public long Version { get; protected init; }
    public long Position { get; protected init; }

    /// <summary>About how many characters it holds in memory.</summary>
    public abstract long Length { get; }

    /// <exception cref="UnreachableException">The event cannot follow here, or is not known to the fold.</exception>
    public Step Apply(RecordedEvent recorded) => recorded.Version == Version + 1
        ? Follow(recorded)
        : throw new UnreachableException(
            $"Version {Version + 1} of the stream is to follow, not {recorded.Version}.");

    /// <summary>The step that the next event is.</summary>
    protected abstract Step Follow(RecordedEvent recorded);
}

/// <summary>A stream that is not a story's: its state, and when it began and last changed.</summary>
/// <param name="State">What the domain makes of the events so far.</param>
/// <param name="Evolve">The fold of the domain; it throws where an event cannot follow.</param>
internal sealed record StreamFold<TState>(TState State, Func<TState, object, TState> Evolve) : StreamFold
    where TState : class
{
    /// <summary>The first event, which says who began it and when; null before it.</summary>
    public RecordedEvent? First { get; private init; }

    /// <summary>The last event; null before the first.</summary>
    public RecordedEvent? Last { get; private init; }

    public DateTimeOffset BegunAt => Stored.Time(First!.OccurredAt);

    public DateTimeOffset ChangedAt => Stored.Time(Last!.OccurredAt);

    public override long Length => 2_000;

    protected override Step Follow(RecordedEvent recorded) => new StreamStep<TState>(recorded, this, this with
    {
        State = Evolve(State, recorded.Data),
        First = First ?? recorded,
        Last = recorded,
        Version = recorded.Version,
        Position = recorded.Position,
    });
}
