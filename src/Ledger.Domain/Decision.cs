namespace Ledger.Domain;

/// <summary>What a decider answers: the events that follow from a command, or the rule that refuses it.</summary>
/// <remarks>No events and no refusal means that all is already as the command wants it.</remarks>
public sealed record Decision<TEvent>(IReadOnlyList<TEvent> Events, Refusal? Refusal)
{
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
