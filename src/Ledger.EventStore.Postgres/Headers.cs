using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.EventStore.Postgres;

/// <summary>The part of an event's metadata that Marten has no column for, as it stands in <c>headers</c>.</summary>
internal sealed record Headers(
    string? Actor, string? ActorName, string? Reason, DateTimeOffset? ClaimedAt, int? ImportedRevision)
{
    /// <summary>Who acted, in a log that somebody else wrote without saying it.</summary>
    private const string Nobody = "unknown";

    private static readonly Headers None = new(null, null, null, null, null);

    public static byte[] Write(EventMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(
        new(metadata.Actor, metadata.ActorName, metadata.Reason, metadata.ClaimedAt, metadata.ImportedRevision),
        HeadersJson.Default.Headers);

    public static EventMetadata Read(byte[]? json, string? userName, string? correlationId, string? causationId)
    {
        // Marten writes a JSON null where there are no headers.
        var headers = json is null ? None : JsonSerializer.Deserialize(json, HeadersJson.Default.Headers) ?? None;
        return new(headers.Actor ?? userName ?? Nobody)
        {
            ActorName = headers.ActorName,
            Reason = headers.Reason,
            ClaimedAt = headers.ClaimedAt,
            ImportedRevision = headers.ImportedRevision,
            CorrelationId = correlationId,
            CausationId = causationId,
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Headers))]
internal sealed partial class HeadersJson : JsonSerializerContext;
