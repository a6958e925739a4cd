using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledger.Integrity;

/// <summary>Puts a mark in the place of words wherever they stand in the texts of a JSON value.</summary>
/// <remarks>
/// It foretells what <c>log.mask</c> does in the database, and does the same: names of members, numbers and truths
/// stay, and in each text one of the words after the other is replaced.
/// </remarks>
public static class WordMask
{
    /// <summary>What stands where something was erased.</summary>
    public const string Mark = "[erased]";

    /// <summary>The value with the mark in the place of the words.</summary>
    public static JsonElement Apply(JsonElement value, IReadOnlyList<string> words) =>
        JsonSerializer.SerializeToElement(Masked(value, words));

    /// <inheritdoc cref="Apply(JsonElement, IReadOnlyList{string})"/>
    public static JsonNode? Apply(JsonNode? value, IReadOnlyList<string> words) =>
        Masked(JsonSerializer.SerializeToElement(value), words);

    /// <summary>Whether any of the words stands in a text of the value.</summary>
    public static bool Touches(JsonElement value, IReadOnlyList<string> words) => value.ValueKind switch
    {
        JsonValueKind.String => words.Any(word => value.GetString()!.Contains(word, StringComparison.Ordinal)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Touches(item, words)),
        JsonValueKind.Object => value.EnumerateObject().Any(member => Touches(member.Value, words)),
        _ => false,
    };

    private static JsonNode? Masked(JsonElement value, IReadOnlyList<string> words) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(words.Aggregate(
            value.GetString()!, (text, word) => text.Replace(word, Mark, StringComparison.Ordinal))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Masked(item, words))]),
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(
            member => KeyValuePair.Create(member.Name, Masked(member.Value, words)))),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
