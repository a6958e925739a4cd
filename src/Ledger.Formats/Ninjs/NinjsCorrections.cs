using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.Ninjs;

/// <summary>The extension of ninjs: the corrections of a story, and the schema that says what they are.</summary>
public static class NinjsCorrections
{
    public const string SchemaMediaType = "application/schema+json";

    private const string Ninjs = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

    internal static void Write(Utf8JsonWriter json, PublishedStory story)
    {
        json.WriteStartArray("corrections");
        foreach (var note in story.Notes)
        {
            json.WriteStartObject();
            json.WriteString("id", note.Id);
            json.WriteString("uri", note.Address);
            json.WriteString("class", StoryNames.Of(note.Class));
            json.WriteString("severity", StoryNames.Of(note.Severity));
            json.WriteString("status", note.IsWithdrawn ? "withdrawn" : "issued");
            json.WriteString("note", note.Text);
            json.WriteString("issued", Rfc3339.Write(note.PublishedAt));
            json.WriteString("updated", Rfc3339.Write(note.UpdatedAt));
            json.WriteString("version", XmlText.Number(note.Revision));
            json.WriteStartArray("claims");
            foreach (var claim in note.Claims)
            {
                json.WriteStartObject();
                json.WriteString("wrong", claim.Wrong);
                json.WriteString("right", claim.Right);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The schema: ninjs 3.1 and the one member beside.</summary>
    /// <param name="address">Where it is published.</param>
    public static byte[] WriteSchema(string address) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", address);
        json.WriteString("title", "ninjs 3.1 with the corrections of the news object");
        json.WriteString("type", "object");
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteString("$ref", Ninjs + "#/$defs/ninjsType");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteStartObject("corrections");
        json.WriteString("type", "array");
        json.WriteString("description", "The corrections of this object, newest first; withdrawn ones stay, marked.");
        json.WritePropertyName("items");
        Properties(json,
        [
            ("id", Text("uuid")), ("uri", Text("uri")), ("class", Words<CorrectionClass>()),
            ("severity", Words<Severity>()), ("status", Words("issued", "withdrawn")), ("note", Text()),
            ("issued", Text("date-time")), ("updated", Text("date-time")), ("version", Text()),
            ("claims", Claims),
        ]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue("uri");
        json.WriteEndArray();
        json.WriteBoolean("unevaluatedProperties", false);
        json.WriteEndObject();
    });

    private static void Properties(
        Utf8JsonWriter json, IReadOnlyList<(string Name, Action<Utf8JsonWriter> Write)> properties)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var (name, write) in properties)
        {
            json.WritePropertyName(name);
            write(json);
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var (name, _) in properties)
            json.WriteStringValue(name);

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void Claims(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WritePropertyName("items");
        Properties(json, [("wrong", Text()), ("right", Text())]);
        json.WriteEndObject();
    }

    private static Action<Utf8JsonWriter> Text(string? format = null) => json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.Optional("format", format);
        json.WriteEndObject();
    };

    private static Action<Utf8JsonWriter> Words<T>() where T : struct, Enum =>
        Words([.. Enum.GetValues<T>().Select(StoryNames.Of)]);

    private static Action<Utf8JsonWriter> Words(params string[] words) => json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("enum");
        foreach (var word in words)
            json.WriteStringValue(word);

        json.WriteEndArray();
        json.WriteEndObject();
    };
}
