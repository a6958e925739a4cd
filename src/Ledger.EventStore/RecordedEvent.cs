namespace Ledger.EventStore;

/// <summary>An event as the log holds it, with its data brought up to the newest shape of its type.</summary>
/// <param name="Position">Its place in the one total order of the log, 1 or more, without gaps.</param>
/// <param name="Id">Unique over the whole log.</param>
/// <param name="StreamId">The stream it belongs to.</param>
/// <param name="Version">Its place in its stream, 1 or more, without gaps.</param>
/// <param name="Type">The alias under which its type is stored.</param>
/// <param name="Data">The event itself.</param>
/// <param name="RecordedAt">When it was appended (UTC, microseconds); never earlier than the event before it.</param>
/// <param name="Metadata">Who and why.</param>
public sealed record RecordedEvent(
    long Position,
    Guid Id,
    Guid StreamId,
    long Version,
    string Type,
    object Data,
    DateTimeOffset RecordedAt,
    EventMetadata Metadata)
{
    /// <summary>When it happened: the claimed time where one is given, else the time of recording.</summary>
    public DateTimeOffset OccurredAt => Metadata.ClaimedAt ?? RecordedAt;
}
