namespace Ledger.EventStore;

/// <summary>Who caused an event, why, and what it belongs to. Stored beside its data, never inside it.</summary>
/// <param name="Actor">The stable id of the person or program that acted, such as <c>user:ada</c>; never empty.</param>
public sealed record EventMetadata(string Actor)
{
    /// <summary>The actor's name at the time, for readers of the log.</summary>
    public string? ActorName { get; init; }

    /// <summary>Why it was done, where the data does not say so itself.</summary>
    public string? Reason { get; init; }

    /// <summary>Joins all events that came of one request.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What directly caused this: a command's id, or another event's.</summary>
    public string? CausationId { get; init; }

    /// <summary>When it is said to have happened, where that is not the time of recording.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>For an imported event, the number of the source's own revision that it came from, 1 or more.</summary>
    public int? ImportedRevision { get; init; }
}
