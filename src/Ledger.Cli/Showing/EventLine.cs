using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Application;
using Ledger.EventStore;

namespace Ledger.Cli.Showing;

/// <summary>An event of the log as one line of JSON.</summary>
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
            json.WriteString("streamId", recorded.StreamId);
            json.WriteNumber("version", recorded.Version);
            json.WriteString("type", recorded.Type);
            json.WriteString("occurredAt", recorded.OccurredAt);
            json.WriteString("recordedAt", recorded.RecordedAt);
            json.WritePropertyName("metadata");
            JsonSerializer.Serialize(json, recorded.Metadata, LedgerEvents.Json);
            json.WritePropertyName("data");
            json.WriteRawValue(LedgerEvents.Catalogue.Write(recorded.Data), skipInputValidation: true);
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }
}
