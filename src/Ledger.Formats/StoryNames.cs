using System.Text.Json;
using Ledger.Domain.Stories;

namespace Ledger.Formats;

/// <summary>The words by which the JSON form calls roles and types.</summary>
internal static class StoryNames
{
    private static readonly Dictionary<string, CreditRole> Roles = ByName<CreditRole>();
    private static readonly Dictionary<string, BlockType> Types = ByName<BlockType>();

    public static string Of<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static CreditRole Role(ref JsonInput input) => Read(ref input, "role", Roles);

    public static BlockType Type(ref JsonInput input) => Read(ref input, "type", Types);

    private static T Read<T>(ref JsonInput input, string name, Dictionary<string, T> known)
    {
        var word = input.Text(name);
        return known.TryGetValue(word, out var value)
            ? value
            : throw input.Here($"'{word}' is no {name}; it must be one of {string.Join(", ", known.Keys)}");
    }

    private static Dictionary<string, T> ByName<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => Of(value), StringComparer.Ordinal);
}
