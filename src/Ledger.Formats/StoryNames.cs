using System.Text.Json;
using Ledger.Domain.Copies;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.Formats.Changes;

namespace Ledger.Formats;

/// <summary>The words that the JSON forms have for roles, types and classes.</summary>
internal static class StoryNames
{
    public static string Of<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static CreditRole Role(ref JsonInput input, string name = "role") => Read<CreditRole>(ref input, name);

    public static BlockType Type(ref JsonInput input) => Read<BlockType>(ref input, "type");

    public static RevisionKind Kind(ref JsonInput input) => Read<RevisionKind>(ref input, "kind");

    public static CorrectionClass Class(ref JsonInput input) => Read<CorrectionClass>(ref input, "class");

    public static Severity Severity(ref JsonInput input) => Read<Severity>(ref input, "severity");

    public static Cause Cause(ref JsonInput input) => Read<Cause>(ref input, "cause");

    public static ArticleField Field(ref JsonInput input) => Read<ArticleField>(ref input, "field");

    public static RetractionAction Action(ref JsonInput input) => Read<RetractionAction>(ref input, "action");

    public static RemovalBasis Basis(ref JsonInput input) => Read<RemovalBasis>(ref input, "basis");

    public static CopyKind CopyKind(ref JsonInput input) => Read<CopyKind>(ref input, "kind");

    public static CopyOutcome CopyOutcome(ref JsonInput input) => Read<CopyOutcome>(ref input, "outcome");

    private static T Read<T>(ref JsonInput input, string name) where T : struct, Enum
    {
        var known = Known<T>.ByName;
        var word = input.Text(name);
        return known.TryGetValue(word, out var value)
            ? value
            : throw input.Here($"'{word}' is no {name}; it must be one of {string.Join(", ", known.Keys)}");
    }

    private static class Known<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(value => Of(value), StringComparer.Ordinal);
    }
}
