namespace Ledger.Hosting.Accounts;

/// <summary>What a password must be like: long, and not one of those that are tried first.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    // Hashing takes time that grows with the password, and anybody may ask for it.
    public const int Longest = 1_024;
    private const int FewestCharacters = 5;

    // As they are when only their letters and digits are left; shorter ones are refused for their length.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "password1234", "password12345", "password123456", "passwordpassword", "mypassword123", "mypassword1234",
        "newpassword1", "newpassword123", "changeme1234", "changemenow1", "changemeplease", "letmeinplease",
        "letmein12345", "welcome12345", "welcome123456", "administrator", "administrator1", "admin1234567",
        "adminadminadmin", "1234567890ab", "123456789012", "1234567890123", "12345678901234", "123456123456",
        "12345678901234567890", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnop", "abc123abc123", "abcd12345678",
        "qwertyuiop12", "qwertyuiop123", "qwertyqwerty", "qwerty123456", "qwertyuiopasdf", "asdfghjkl123",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "iloveyou1234", "iloveyouforever", "trustno1trustno1",
        "correcthorsebattery", "thisismypassword", "thequickbrownfox", "nopassword123", "secretsecret", "supersecret1",
        "footballfootball", "newspaper123", "newsroom1234", "editoreditor",
    };

    /// <summary>Why it cannot be the password of that account, in a sentence; null when it can.</summary>
    public static string? Problem(string password, string name) => password switch
    {
        { Length: < Shortest } => $"A password has {Shortest} characters or more.",
        { Length: > Longest } => $"A password has {Longest} characters at most.",
        _ when password.Distinct().Count() < FewestCharacters =>
            $"A password has {FewestCharacters} different characters or more.",
        _ when Common.Contains(Bare(password)) => "This password is one of those that are tried first.",
        _ when IsNameAgainAndAgain(password, name) => "A password is not the name of its account.",
        _ => null,
    };

    /// <exception cref="AccountException">It cannot be the password of that account.</exception>
    internal static void Check(string password, string name)
    {
        if (Problem(password, name) is { } problem)
            throw new AccountException(problem);
    }

    private static bool IsNameAgainAndAgain(string password, string name) =>
        (Bare(password), Bare(name)) is ({ Length: > 0 } bare, { Length: > 0 } word)
        && bare.Replace(word, "", StringComparison.Ordinal).Length == 0;

    private static string Bare(string text) =>
        string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
