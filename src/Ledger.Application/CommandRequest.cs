using Ledger.Application.People;

namespace Ledger.Application;

/// <summary>What every request to change something has in common, whatever kind of stream it is about.</summary>
public abstract record CommandRequest
{
    public required Actor Actor { get; init; }

    /// <summary>The version that the actor has seen; null changes whatever is there now.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>
    /// The actor's own name for this request. Sent again under it, a request that was carried out is answered with its
    /// first outcome and changes nothing; one that was refused, or changed nothing, is decided again.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When it is said to have happened, where that is not now.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
    public string? CorrelationId { get; init; }
}
