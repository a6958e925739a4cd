using Ledger.Application.People;

namespace Ledger.Hosting.Accounts;

/// <summary>What a token is to be like.</summary>
/// <param name="Account">Whom it acts for.</param>
/// <param name="Description">What it is for.</param>
/// <param name="ExpiresAt">When it comes to its end; null where it does not by itself.</param>
public sealed record TokenRequest(string Account, string Description, DateTimeOffset? ExpiresAt)
{
    public static IReadOnlyList<Scope> UsualScopes { get; } = [Scope.Read, Scope.Write];

    public IReadOnlyList<Scope> Scopes { get; init; } = UsualScopes;
}

/// <summary>A token just made: its id, by which it is revoked, and its text, <c>ldg_...</c>.</summary>
public sealed record NewToken(Guid Id, string Text);

/// <summary>A token as it can be listed; its text is known to its holder alone.</summary>
public sealed record TokenView(
    Guid Id, string Account, string Description, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    public IReadOnlyList<Scope> Scopes { get; init; } = [];

    /// <summary>To the minute; null when it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public bool IsOver(DateTimeOffset now) => RevokedAt is not null || ExpiresAt <= now;
}
