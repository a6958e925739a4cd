using System.Text.RegularExpressions;
using Ledger.Application.People;

namespace Ledger.Hosting.Accounts;

/// <summary>What an account and a token must look like.</summary>
internal static partial class AccountRules
{
    public const int ShortestPassword = 12;

    // Hashing takes time that grows with the password, and anybody may ask for it.
    public const int LongestPassword = 1_024;
    private const int LongestText = 200;

    [GeneratedRegex(@"\A[a-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    public static bool IsName(string name) => NamePattern.IsMatch(name);

    public static void Check(string name, string displayName, string password, IReadOnlyList<Role> roles)
    {
        if (!IsName(name))
            throw new AccountException("A name is 1 to 64 of the letters a to z, digits, '.', '_' and '-'.");

        CheckText("display name", displayName);
        if (password.Length < ShortestPassword)
            throw new AccountException($"A password has {ShortestPassword} characters or more.");

        if (password.Length > LongestPassword)
            throw new AccountException($"A password has {LongestPassword} characters at most.");

        if (roles.Count == 0)
            throw new AccountException("An account has one role or more.");
    }

    public static void CheckText(string what, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.Any(char.IsControl))
            throw new AccountException($"A {what} has 1 to {LongestText} characters, and no control characters.");
    }
}
