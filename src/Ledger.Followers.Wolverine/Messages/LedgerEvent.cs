using System.Text.Json;
using Wolverine.Attributes;

namespace Ledger.Followers.Wolverine.Messages;

/// <summary>Something that happened, as the log holds it; Wolverine knows it as <c>ledger-event</c>.</summary>
/// <remarks>It comes at least once, as shows by its id; the events of a stream come in their order.</remarks>
/// <param name="Id">Unique over the whole log.</param>
/// <param name="Stream">The story, or whatever else it belongs to.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">The alias under which its type is stored.</param>
/// <param name="Data">The event itself, in the JSON in which it is stored.</param>
/// <param name="Actor">Who did it: <c>user:ada</c>.</param>
/// <param name="OccurredAt">When it is said to have happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
[MessageIdentity("ledger-event")]
public sealed record LedgerEvent(
    Guid Id, Guid Stream, long Position, long Version, string Type, JsonElement Data, string Actor,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt)
{
    /// <summary>Joins all events that came of one request.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What directly caused it.</summary>
    public string? CausationId { get; init; }
}
