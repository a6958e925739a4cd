using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Ledger.Integrity.Bundles;

/// <summary>A line of an audit bundle: one JSON object, which says in <c>kind</c> what it is.</summary>
public static class BundleLine
{
    /// <summary>What the first line names as the format.</summary>
    public const string Format = "ledger-bundle/1";

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">
    /// It is no JSON, not UTF-8, or JSON that has no canonical form (RFC 8785), such as an object with a name twice.
    /// </exception>
    public static JsonElement Read(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            throw new FormatException("The line is not UTF-8.");

        try
        {
            using var parsed = JsonDocument.Parse(line);
            Canonical(parsed.RootElement);
            return parsed.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("The line is no JSON.", e);
        }
    }

    /// <summary>What the line is, or null where it does not say so.</summary>
    public static string? KindOf(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("kind", out var kind)
        && kind.ValueKind == JsonValueKind.String
            ? kind.GetString()
            : null;

    /// <summary>The value in canonical JSON, by which two are compared.</summary>
    public static byte[] Canonical(JsonElement value)
    {
        var to = new ArrayBufferWriter<byte>(1024);
        CanonicalJson.Write(value, to);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>Holds an object to have exactly these members.</summary>
    /// <exception cref="FormatException">It has others.</exception>
    internal static JsonElement Require(this JsonElement value, params ReadOnlySpan<string> names)
    {
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() != names.Length)
            throw Unlike();

        foreach (var name in names)
            value.Member(name);

        return value;
    }

    internal static JsonElement Member(this JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) ? member : throw Unlike();

    internal static string Text(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Unlike();

    /// <summary>A whole number of 1 or more.</summary>
    internal static long Number(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole)
        && whole > 0
            ? whole
            : throw Unlike();

    internal static IEnumerable<string> Texts(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(item =>
                item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Unlike())
            : throw Unlike();

    internal static FormatException Unlike() => new("The line has not the form of its kind.");
}
