using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application;

/// <summary>The catalogue of every event that Ledger writes, and the JSON in which it is stored.</summary>
public static class LedgerEvents
{
    /// <summary>camelCase names, enums in kebab case, absent members left out.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static EventCatalogue Catalogue { get; } = new(
        typeof(StoryEvent).Assembly.GetTypes()
            .Select(type => (Type: type, Stored: type.GetCustomAttribute<EventTypeAttribute>()))
            .Where(pair => pair.Stored is not null)
            .Select(pair => (pair.Type, pair.Stored!.Alias)),
        [],
        Json);
}
