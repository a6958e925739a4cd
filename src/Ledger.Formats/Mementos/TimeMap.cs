using System.Text;
using System.Text.Json;

namespace Ledger.Formats.Mementos;

/// <summary>A past state of a resource.</summary>
/// <param name="Address">Where it is to be read.</param>
/// <param name="At">When the resource is said to have become so.</param>
public sealed record Memento(string Address, DateTimeOffset At);

/// <summary>Another page of a TimeMap, and the times that it spans.</summary>
public sealed record TimeMapPage(string Address, DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// The past states of a resource (RFC 7089), or a page of them, oldest first; in link format (RFC 6690) and in JSON.
/// </summary>
/// <param name="Mementos">Not empty.</param>
public sealed record TimeMap(
    string Original, string TimeGate, string Self, IReadOnlyList<Memento> Mementos, IReadOnlyList<TimeMapPage> Others)
{
    public const string LinkFormat = "application/link-format";
    public const string Json = "application/json";

    /// <summary>Whether the first memento here is the first of all.</summary>
    public bool HasFirst { get; init; } = true;

    /// <summary>Whether the last memento here is the last of all.</summary>
    public bool HasLast { get; init; } = true;

    private DateTimeOffset From => Mementos.Min(memento => memento.At);

    private DateTimeOffset Until => Mementos.Max(memento => memento.At);

    public byte[] ToLinkFormat() => Encoding.UTF8.GetBytes(string.Join(",\n",
    [
        WebLink.Write(Original, "original"),
        WebLink.OfTimeMap(Self, "self", From, Until),
        WebLink.Write(TimeGate, "timegate"),
        .. Others.Select(page => WebLink.OfTimeMap(page.Address, "timemap", page.From, page.Until)),
        .. Mementos.Select((memento, i) => WebLink.OfMemento(memento, RelOf(i))),
    ]) + "\n");

    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("original_uri", Original);
        json.WriteString("timegate_uri", TimeGate);
        json.WriteString("self", Self);
        json.WriteStartArray("pages");
        foreach (var page in Others)
        {
            json.WriteStartObject();
            json.WriteString("uri", page.Address);
            json.WriteString("from", Rfc3339.Write(page.From));
            json.WriteString("until", Rfc3339.Write(page.Until));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("mementos");
        json.WriteStartArray("list");
        foreach (var memento in Mementos)
            Write(json, memento);

        json.WriteEndArray();
        if (HasFirst)
            Named(json, "first", Mementos[0]);

        if (HasLast)
            Named(json, "last", Mementos[^1]);

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private string RelOf(int i) => (HasFirst && i == 0, HasLast && i == Mementos.Count - 1) switch
    {
        (true, true) => "first last memento",
        (true, false) => "first memento",
        (false, true) => "last memento",
        (false, false) => "memento",
    };

    private static void Named(Utf8JsonWriter json, string name, Memento memento)
    {
        json.WritePropertyName(name);
        Write(json, memento);
    }

    private static void Write(Utf8JsonWriter json, Memento memento)
    {
        json.WriteStartObject();
        json.WriteString("datetime", Rfc3339.Write(WebLink.ToSecond(memento.At)));
        json.WriteString("uri", memento.Address);
        json.WriteEndObject();
    }
}
