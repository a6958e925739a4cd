using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Stories;

/// <summary>A story as the log has it, or had it a moment ago.</summary>
/// <param name="Version">The version of its stream, 0 when nothing is published.</param>
/// <param name="Position">The position of its last event.</param>
public sealed record LoadedStory(Guid Id, StoryState State, long Version, long Position)
{
    /// <summary>
    /// Whether others may have changed the story since. Such a state may lead to an append, which fails where it is
    /// behind; nothing else may be answered from it.
    /// </summary>
    internal bool MayBeBehind { get; init; }

    /// <summary>The version of the last snapshot of it, 0 where there is none.</summary>
    internal long SnapshotVersion { get; init; }

    /// <summary>A story of which nothing is published yet, as far as anybody knows.</summary>
    internal static LoadedStory New(Guid id) => new(id, StoryState.Initial, 0, 0);

    internal LoadedStory After(RecordedEvent recorded) => this with
    {
        State = State.Evolve((StoryEvent)recorded.Data),
        Version = recorded.Version,
        Position = recorded.Position,
    };
}
