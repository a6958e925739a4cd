using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Ledger.Formats;

/// <summary>
/// JSON as this site writes it for others: letters of every script as they are, and nothing in it that could end the
/// element of a page in which it may stand.
/// </summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Indented = true,
        NewLine = "\n",
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        return bytes.ToArray();
    }

    /// <summary>A member; none where there is no value.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
