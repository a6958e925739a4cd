using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Microsoft.AspNetCore.Html;

namespace Ledger.Web.Rendering;

/// <summary>The words for roles, scopes, permissions and what happens to accounts.</summary>
public static class PeopleWords
{
    public static string Of(Role role) => role.ToString();

    public static string Meaning(Role role) => role switch
    {
        Role.Reader => "Signs in and reads what everybody reads.",
        Role.Editor => "Publishes, revises and corrects stories.",
        Role.Standards => "A senior editor, who also approves what others propose.",
        Role.Auditor => "Reads the log and the sign-ins, and changes nothing.",
        Role.Admin => "Manages people and the database, and edits nothing.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no words."),
    };

    public static string Of(Scope scope) => scope.ToString();

    public static string Meaning(Scope scope) => scope switch
    {
        Scope.Read => "Reads the log and what is not for everybody.",
        Scope.Write => "Publishes and changes stories.",
        Scope.Admin => "Manages people and the database.",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "This scope has no words."),
    };

    /// <summary>A permission in words: that of its name.</summary>
    public static string Of(Permission permission) => Spaced(permission.ToString());

    public static string Of(SignInKind kind) => kind switch
    {
        SignInKind.SignInFailed => "Refused to sign in",
        SignInKind.Locked => "Locked for a while",
        SignInKind.LinkMade => "One-time link made",
        _ => Spaced(kind.ToString()),
    };

    public static string Desks(IReadOnlyList<string> desks) =>
        desks.Count == 0 ? "every desk" : $"only {string.Join(", ", desks)}";

    /// <summary>When a token ends, or that it has.</summary>
    public static IHtmlContent End(TokenView token, DateTimeOffset now) => (token.RevokedAt, token.ExpiresAt) switch
    {
        ({ } revoked, _) => Words("revoked ", revoked),
        (_, { } expires) => Words(expires <= now ? "ended " : "ends ", expires),
        _ => new HtmlString("does not end by itself"),
    };

    /// <summary>Roughly which browser that is; what it calls itself says more than anybody wants to read.</summary>
    public static string Browser(string? agent)
    {
        string[] known = ["Edg", "Firefox", "Chrome", "Safari"];
        string[] systems = ["Android", "iPhone", "Windows", "Mac OS X", "Linux"];
        var browser = known.FirstOrDefault(Contains) is { } name ? name.Replace("Edg", "Edge", Ordinal) : "A browser";
        return systems.FirstOrDefault(Contains) is { } system ? $"{browser} on {system}" : browser;

        bool Contains(string word) => agent?.Contains(word, Ordinal) == true;
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static HtmlContentBuilder Words(string before, DateTimeOffset time)
    {
        var words = new HtmlContentBuilder();
        words.Append(before).AppendHtml(When.Day(time));
        return words;
    }

    private static string Spaced(string name) => string.Concat(
        name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
