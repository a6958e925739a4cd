using System.Text.Json;
using Ledger.Application;
using Ledger.EventStore;

namespace Ledger.Web.Api.Events;

/// <summary>An event as the log holds it.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">The alias under which its type is stored.</param>
/// <param name="Data">The event itself, in the JSON in which it is stored.</param>
/// <param name="Metadata">Who and why.</param>
/// <param name="OccurredAt">The claimed time where one is given, else the time of recording.</param>
public sealed record EventBody(
    long Position, Guid Id, Guid Stream, long Version, string Type, JsonElement Data, EventMetadata Metadata,
    DateTimeOffset RecordedAt, DateTimeOffset OccurredAt)
{
    internal static EventBody Of(RecordedEvent recorded) => new(
        recorded.Position, recorded.Id, recorded.StreamId, recorded.Version, recorded.Type,
        JsonSerializer.SerializeToElement(recorded.Data, recorded.Data.GetType(), LedgerEvents.Json), recorded.Metadata,
        recorded.RecordedAt, recorded.OccurredAt);
}
