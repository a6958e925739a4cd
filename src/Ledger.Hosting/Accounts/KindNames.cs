using System.Text.Json;

namespace Ledger.Hosting.Accounts;

/// <summary>The words of the kinds of the audit, as they are stored.</summary>
internal static class KindNames
{
    private static readonly Dictionary<SignInKind, string> Names = Enum.GetValues<SignInKind>()
        .ToDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly Dictionary<string, SignInKind> Kinds =
        Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(SignInKind kind) => Names[kind];

    public static SignInKind? Find(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;
}
