namespace Ledger.Application.Streams;

/// <summary>A kind of stream other than stories: its name in the log, and how its events fold.</summary>
/// <param name="Name">In lower case: <c>report</c>.</param>
/// <param name="Initial">The state before the first event.</param>
/// <param name="Evolve">The state after an event. No rule is checked: what happened, happened.</param>
public sealed record StreamKind<TEvent, TState>(string Name, TState Initial, Func<TState, TEvent, TState> Evolve)
    where TEvent : notnull
{
    /// <summary>The names that an event takes for its stream, for ever; none unless said otherwise.</summary>
    public Func<TEvent, IEnumerable<string>> KeysOf { get; init; } = _ => [];

    /// <summary>The story that a stream of this kind is about; null where it is about none.</summary>
    public Func<TState, Guid?> StoryOf { get; init; } = _ => null;
}

/// <summary>A stream folded from its events, as the log has it.</summary>
/// <param name="Version">The version of the stream, 0 where it does not exist.</param>
/// <param name="Position">The position of its last event.</param>
public sealed record LoadedStream<TState>(Guid Id, TState State, long Version, long Position)
{
    public bool Exists => Version > 0;
}
