namespace Ledger.Hosting.Accounts;

/// <summary>How long sessions last, when signing in is locked, and how long that is remembered.</summary>
public sealed record SignInPolicy
{
    /// <summary>How long a browser stays signed in without being used.</summary>
    public TimeSpan LongestIdle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a browser stays signed in at all.</summary>
    public TimeSpan LongestSession { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many failures in a row lock a name.</summary>
    public int FailuresOfName { get; init; } = 5;

    /// <summary>How many failures lock an address; a whole newsroom may have one.</summary>
    public int FailuresOfAddress { get; init; } = 30;

    /// <summary>How long the first lock holds; each further failure doubles it.</summary>
    public TimeSpan FirstLock { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>No lock holds longer, so that nobody can be kept out for ever by somebody else's guesses.</summary>
    public TimeSpan LongestLock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the audit of sign-ins is kept; the database keeps a month of it in any case.</summary>
    public TimeSpan AuditKept { get; init; } = TimeSpan.FromDays(400);
}
