using System.Text.Json;
using Ledger.Application;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests;

/// <summary>Given these events, when this command, then exactly these events or this refusal.</summary>
internal sealed class Given(params IReadOnlyList<StoryEvent> history)
{
    private static readonly JsonSerializerOptions Readable = new(LedgerEvents.Json) { WriteIndented = true };

    public Limits Limits { get; init; } = new();

    public StoryState State => history.Aggregate(StoryState.Initial, (state, happened) => state.Evolve(happened));

    public Answer When(StoryCommand command) => new(StoryDecider.Decide(command, State, Limits));

    internal sealed class Answer(Decision<StoryEvent> decision)
    {
        public void Then(params IReadOnlyList<StoryEvent> expected)
        {
            Assert.Null(decision.Refusal);
            Assert.Equal(Json(expected), Json(decision.Events));
        }

        public void ThenNothing() => Then();

        public void ThenRefused(Refusal expected)
        {
            Assert.Empty(decision.Events);
            Assert.Equal(expected.GetType(), decision.Refusal?.GetType());
            Assert.Equal((expected.Code, expected.Message), (decision.Refusal?.Code, decision.Refusal?.Message));
        }
    }

    // Compared as they are stored, so that lists are equal by what they hold and a failure shows the two texts.
    private static string Json(IReadOnlyList<StoryEvent> events) => string.Join('\n', events.Select(happened =>
        $"{happened.GetType().Name} {JsonSerializer.Serialize(happened, happened.GetType(), Readable)}"));
}
