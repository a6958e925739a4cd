using System.Text.RegularExpressions;
using Ledger.Application.People;

namespace Ledger.Hosting.Accounts;

/// <summary>What an account and a token must look like.</summary>
internal static partial class AccountRules
{
    private const int LongestText = 200;
    private const int MostDesks = 100;

    [GeneratedRegex(@"\A[a-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    public static bool IsName(string name) => NamePattern.IsMatch(name);

    public static void Check(NewAccount account)
    {
        if (!IsName(account.Name))
            throw new AccountException("A name is 1 to 64 of the letters a to z, digits, '.', '_' and '-'.");

        CheckText("display name", account.DisplayName);
        Check(account.Roles);
    }

    public static void Check(IReadOnlyList<Role> roles)
    {
        if (roles.Count == 0)
            throw new AccountException("An account has one role or more.");
    }

    /// <summary>The desks as they are stored: trimmed, each once.</summary>
    public static string[] Checked(IReadOnlyList<string> desks)
    {
        string[] trimmed = [.. desks.Select(desk => desk.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (trimmed.Length > MostDesks)
            throw new AccountException($"An account is limited to {MostDesks} desks at most.");

        foreach (var desk in trimmed)
            CheckText("desk", desk);

        return trimmed;
    }

    public static void CheckText(string what, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(char.IsControl))
            throw new AccountException($"A {what} has 1 to {LongestText} characters, and no control characters.");
    }
}
