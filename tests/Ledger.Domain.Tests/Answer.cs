using System.Text.Json;
using Ledger.Application;

namespace Ledger.Domain.Tests;

/// <summary>What a decider of any kind of stream answered, held to exactly these events or this refusal.</summary>
internal sealed class Answer<TEvent>(Decision<TEvent> decision)
    where TEvent : notnull
{
    private static readonly JsonSerializerOptions Readable = new(LedgerEvents.Json) { WriteIndented = true };

    public void Then(params IReadOnlyList<TEvent> expected)
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

    // Compared as they are stored, so that lists are equal by what they hold and a failure shows the two texts.
    private static string Json(IReadOnlyList<TEvent> events) => string.Join('\n', events.Select(happened =>
        $"{happened.GetType().Name} {JsonSerializer.Serialize(happened, happened.GetType(), Readable)}"));
}
