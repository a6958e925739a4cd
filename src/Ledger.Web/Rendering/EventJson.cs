using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Application;
using Ledger.EventStore;

namespace Ledger.Web.Rendering;

/// <summary>An event of the log in full, for people who check it.</summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Indented = new(LedgerEvents.Json) { WriteIndented = true };

    public static string Of(RecordedEvent recorded) => JsonSerializer.Serialize(
        new
        {
            recorded.Position,
            recorded.Id,
            recorded.StreamId,
            recorded.Version,
            recorded.Type,
            recorded.RecordedAt,
            recorded.Metadata,
            Data = JsonNode.Parse(LedgerEvents.Catalogue.Write(recorded.Data)),
        },
        Indented);
}
