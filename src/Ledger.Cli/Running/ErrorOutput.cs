using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ledger.Cli.Running;

/// <summary>Says on the error output what went wrong: as a sentence, or as problem+json (RFC 9457).</summary>
internal static class ErrorOutput
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Failure failure, bool asJson) =>
        Console.Error.WriteLine(asJson ? Json(failure) : failure.Sentence);

    /// <summary>Something that should be known and stops nothing.</summary>
    public static void Notice(string sentence) => Console.Error.WriteLine(sentence);

    private static string Json(Failure failure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("type", failure.Type.Address);
            json.WriteString("title", failure.Type.Title);
            json.WriteNumber("status", failure.Type.Status);
            json.WriteString("detail", failure.Sentence);
            foreach (var (name, value) in failure.More)
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
