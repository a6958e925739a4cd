using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests;

/// <summary>Given these events, when this command, then exactly these events or this refusal.</summary>
internal sealed class Given(params IReadOnlyList<StoryEvent> history)
{
    public Limits Limits { get; init; } = new();

    public StoryState State => history.Aggregate(StoryState.Initial, (state, happened) => state.Evolve(happened));

    public Answer<StoryEvent> When(StoryCommand command) => new(StoryDecider.Decide(command, State, Limits));
}
