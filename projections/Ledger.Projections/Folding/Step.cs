using Ledger.EventStore;

namespace Ledger.Projections.Folding;

/// <summary>One event, and what it made of its stream.</summary>
internal abstract record Step(RecordedEvent Recorded)
{
    public long Position => Recorded.Position;

    /// <summary>About how many characters the event holds in memory.</summary>
    public abstract long Length { get; }

    /// <summary>The stream as it was before.</summary>
    public abstract StreamFold From { get; }

    /// <summary>The stream as it was then.</summary>
    public abstract StreamFold To { get; }
}

/// <summary>One event of a stream that is not a story's.</summary>
internal sealed record StreamStep<TState>(RecordedEvent Recorded, StreamFold<TState> Before, StreamFold<TState> After)
    : Step(Recorded)
    where TState : class
{
    // Such events are a note and a few sentences long, and this is more than most of them have.
    public override long Length => 1_000;

    public override StreamFold From => Before;

    public override StreamFold To => After;
}
