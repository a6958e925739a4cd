namespace Ledger.Domain.Stories;

/// <summary>Every rule of a story: what follows from a command in a state, or which rule refuses it.</summary>
public static class StoryDecider
{
    /// <summary>Pure: the same command on the same state gives the same decision, and a repeated one gives no event.</summary>
    public static Decision<StoryEvent> Decide(StoryCommand command, StoryState state, Limits limits) =>
        throw new InvalidOperationException($"{command} {state} {limits}");
}
