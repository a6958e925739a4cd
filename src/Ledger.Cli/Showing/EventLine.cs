using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Application;
using Ledger.EventStore;
using Ledger.Formats;

namespace Ledger.Cli.Showing;

/// <summary>An event of the log as one line of JSON, with the members that the API gives it.</summary>
internal static class EventLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream to, RecordedEvent recorded)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("position", recorded.Position);
            json.WriteString("id", recorded.Id);
            json.WriteString("stream", recorded.StreamId);
            json.WriteNumber("version", recorded.Version);
            json.WriteString("type", recorded.Type);
            json.WritePropertyName("data");
            json.WriteRawValue(LedgerEvents.Catalogue.Write(recorded.Data), skipInputValidation: true);
            json.WritePropertyName("metadata");
            JsonSerializer.Serialize(json, recorded.Metadata, LedgerEvents.Json);
            json.WriteString("recordedAt", Rfc3339.Write(recorded.RecordedAt));
            json.WriteString("occurredAt", Rfc3339.Write(recorded.OccurredAt));
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }
}
