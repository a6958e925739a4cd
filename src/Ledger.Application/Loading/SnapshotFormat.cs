using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ledger.Domain.Stories;

namespace Ledger.Application.Loading;

/// <summary>The JSON of a folded story.</summary>
internal static class SnapshotFormat
{
    /// <summary>
    /// Raised whenever the state of a story gets another shape, or the same events fold to something else: snapshots
    /// of other numbers are never read.
    /// </summary>
    public const int Number = 4;

    /// <summary>As events are written, with the kinds of state and of event named.</summary>
    public static JsonSerializerOptions Json { get; } = new(LedgerEvents.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
        IgnoreReadOnlyProperties = true,
    };

    public static byte[] Write(StoryState state) => JsonSerializer.SerializeToUtf8Bytes(state, Json);

    /// <exception cref="JsonException">The data is not the state of a story that was published.</exception>
    public static StoryState Read(byte[] utf8) =>
        JsonSerializer.Deserialize<StoryState>(utf8, Json) is { Current: not null } state
            ? state
            : throw new JsonException("A snapshot holds no story.");

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(StoryEvent))
            type.PolymorphismOptions = Kinds(LedgerEvents.Catalogue.Types
                .Where(happened => happened.Type.IsSubclassOf(typeof(StoryEvent))));
        else if (type.Type == typeof(StoryState))
            type.PolymorphismOptions = Kinds(typeof(StoryState).GetNestedTypes()
                .Select(state => (state, JsonNamingPolicy.KebabCaseLower.ConvertName(state.Name))));
    }

    private static JsonPolymorphismOptions Kinds(IEnumerable<(Type Type, string Alias)> types)
    {
        var kinds = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$kind" };
        foreach (var (type, alias) in types)
            kinds.DerivedTypes.Add(new(type, alias));

        return kinds;
    }
}
