using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledger.EventStore;

/// <summary>Turns data of an old shape into the next newer one; the alias stays as it is stored.</summary>
/// <param name="Alias">The stored name of the type whose old data this understands.</param>
/// <param name="IsOld">Whether the data still has the old shape.</param>
/// <param name="Upcast">The same fact in the newer shape.</param>
public sealed record Upcaster(string Alias, Func<JsonObject, bool> IsOld, Func<JsonObject, JsonObject> Upcast);

/// <summary>Every type of event that the log can hold: its stored name, its .NET type and how it is written.</summary>
/// <remarks>
/// An alias never changes its meaning. When a type needs a new shape, the old data is recognised and turned into it
/// on reading, by one <see cref="Upcaster"/> for each step; the log itself is never rewritten.
/// </remarks>
public sealed class EventCatalogue
{
    private readonly Dictionary<string, Type> byAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> byType = [];
    private readonly ILookup<string, Upcaster> upcasters;

    /// <param name="types">Each event type with the alias under which it is stored.</param>
    /// <param name="upcasters">Tried in this order; each sees the result of the one before.</param>
    /// <param name="json">How data is written; it decides the stored format.</param>
    /// <exception cref="ArgumentException">An alias or a type occurs twice.</exception>
    public EventCatalogue(
        IEnumerable<(Type Type, string Alias)> types, IEnumerable<Upcaster> upcasters, JsonSerializerOptions json)
    {
        foreach (var (type, alias) in types)
        {
            byAlias.Add(alias, type);
            byType.Add(type, alias);
        }

        this.upcasters = upcasters.ToLookup(upcaster => upcaster.Alias, StringComparer.Ordinal);
        Json = json;
    }

    /// <summary>How data is written.</summary>
    public JsonSerializerOptions Json { get; }

    /// <summary>Every type with its alias, in the order of the aliases.</summary>
    public IEnumerable<(Type Type, string Alias)> Types =>
        byType.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The alias under which a type is stored.</summary>
    /// <exception cref="ArgumentException">The catalogue lacks the type.</exception>
    public string AliasOf(Type type) => byType.TryGetValue(type, out var alias)
        ? alias
        : throw new ArgumentException($"{type} is not in the event catalogue.", nameof(type));

    /// <summary>Whether events of this alias can be read.</summary>
    public bool Knows(string alias) => byAlias.ContainsKey(alias);

    /// <summary>The stored form of an event's data, as UTF-8.</summary>
    public byte[] Write(object data) => JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Json);

    /// <summary>The event of stored data, brought up to the newest shape.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue lacks the alias.</exception>
    /// <exception cref="JsonException">The data does not have the shape of its type.</exception>
    public object Read(string alias, ReadOnlySpan<byte> utf8)
    {
        var type = byAlias[alias];
        if (!upcasters.Contains(alias))
            return JsonSerializer.Deserialize(utf8, type, Json) ?? throw new JsonException($"'{alias}' holds null.");

        var data = JsonNode.Parse(utf8)?.AsObject() ?? throw new JsonException($"'{alias}' holds null.");
        foreach (var upcaster in upcasters[alias].Where(upcaster => upcaster.IsOld(data)))
            data = upcaster.Upcast(data);

        return data.Deserialize(type, Json) ?? throw new JsonException($"'{alias}' holds null.");
    }
}
