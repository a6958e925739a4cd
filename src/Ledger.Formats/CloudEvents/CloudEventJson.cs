using System.Globalization;
using System.Text.Json;

namespace Ledger.Formats.CloudEvents;

/// <summary>An event of the log, as an envelope for others needs it.</summary>
/// <param name="Type">The alias of the event, such as <c>correction_issued</c>.</param>
/// <param name="Data">The event itself, in the JSON in which it is stored.</param>
/// <param name="ByPerson">Whether a person did it, and not a program.</param>
public sealed record LoggedEvent(
    Guid Id, Guid Stream, long Position, long Version, string Type, JsonElement Data, DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt, bool ByPerson, string? CorrelationId, string? CausationId);

/// <summary>One event of the log as a CloudEvent 1.0 in structured mode: envelope and data in one JSON.</summary>
/// <remarks>
/// Positions are texts, since numbers of CloudEvents have 32 bits, and are filled up with zeros, so that their order as
/// texts is that of the log. Who acted is left out: an envelope goes further than its event.
/// </remarks>
public static class CloudEventJson
{
    public const string MediaType = "application/cloudevents+json";

    /// <param name="logged">The event.</param>
    /// <param name="source">Which log it is; with the id of an event it names the event anywhere.</param>
    public static byte[] Write(LoggedEvent logged, string source) =>
        JsonText.Write(json => Write(json, logged, source));

    /// <summary>The name of a type for everybody: <c>org.ledger.correction.issued.v1</c>.</summary>
    public static string TypeOf(string alias) => $"org.ledger.{alias.Replace('_', '.')}.v1";

    internal static void Write(Utf8JsonWriter json, LoggedEvent logged, string source)
    {
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", logged.Id);
        json.WriteString("source", source);
        json.WriteString("type", TypeOf(logged.Type));
        json.WriteString("subject", logged.Stream);
        json.WriteString("time", Rfc3339.Write(logged.OccurredAt));
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("sequence", logged.Position.ToString("D20", CultureInfo.InvariantCulture));
        json.WriteString("streamversion", logged.Version.ToString("D20", CultureInfo.InvariantCulture));
        json.WriteString("partitionkey", logged.Stream);
        json.WriteString("recordedtime", Rfc3339.Write(logged.RecordedAt));
        json.WriteString("authtype", logged.ByPerson ? "user" : "system");
        json.Optional("correlationid", logged.CorrelationId);
        json.Optional("causationid", logged.CausationId);
        json.WritePropertyName("data");
        logged.Data.WriteTo(json);
        json.WriteEndObject();
    }
}
