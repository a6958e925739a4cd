using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Application;
using Ledger.Formats;

namespace Ledger.Web.Api;

/// <summary>The JSON of answers: as events are stored, and times in UTC as RFC 3339 has them.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        var stored = LedgerEvents.Json;
        options.PropertyNamingPolicy = stored.PropertyNamingPolicy;
        options.DefaultIgnoreCondition = stored.DefaultIgnoreCondition;
        options.Encoder = stored.Encoder;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new TimeConverter());
        foreach (var converter in stored.Converters)
            options.Converters.Add(converter);
    }

    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Rfc3339.TryParse(reader.GetString() ?? "", out var time) ? time : throw new JsonException("Not a time.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Rfc3339.Write(value));
    }
}
