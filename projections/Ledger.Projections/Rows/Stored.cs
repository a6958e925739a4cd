using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Projections.Rows;

/// <summary>How values stand in rows: JSON as the log has it, names in kebab case, times in UTC.</summary>
internal static class Stored
{
    /// <summary>Escapes what JSON asks for, and nothing for the sake of HTML.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = Encoder,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Utf8Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The text is not the JSON of such a value.</exception>
    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"A {typeof(T).Name} is stored as null.");

    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static T Value<T>(string name) where T : struct, Enum => Names<T>.ByName[name];

    /// <summary>The moment as PostgreSQL keeps it, so that what is compared here and there compares the same.</summary>
    public static DateTimeOffset Time(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(
            value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(
            pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
