using System.Text.Json;
using Ledger.Application;

namespace Ledger.Domain.Tests;

/// <summary>What a decider of any kind of stream answered, held to exactly these events or this refusal.</summary>
internal sealed class Answer<TEvent>(Decision<TEvent> decision)
    where TEvent : notnull
{
    private const string Substance = "substance";
    private static readonly JsonSerializerOptions Readable = new(LedgerEvents.Json) { WriteIndented = true };

    public void Then(params IReadOnlyList<TEvent> expected)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(
            string.Join('\n', expected.Select(happened => Json(happened))),
            string.Join('\n', decision.Events.Select((happened, i) =>
                Json(happened, keepSubstance: i < expected.Count && HasSubstance(expected[i])))));
    }

    public void ThenNothing() => Then();

    public void ThenRefused(Refusal expected)
    {
        Assert.Empty(decision.Events);
        Assert.Equal(expected.GetType(), decision.Refusal?.GetType());
        Assert.Equal((expected.Code, expected.Message), (decision.Refusal?.Code, decision.Refusal?.Message));
    }

    // Compared as they are stored, so that lists are equal by what they hold and a failure shows the two texts.
    private static bool HasSubstance(TEvent happened) =>
        Json(happened).Contains($"\"{Substance}\"", StringComparison.Ordinal);

    // What a change may alter is compared where the test says what it expects of that.
    private static string Json(TEvent happened, bool keepSubstance = true)
    {
        var json = JsonSerializer.SerializeToNode(happened, happened.GetType(), Readable)!.AsObject();
        if (!keepSubstance)
            json.Remove(Substance);

        return $"{happened.GetType().Name} {json.ToJsonString(Readable)}";
    }
}
