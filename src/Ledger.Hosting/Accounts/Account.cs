using System.Text.Json.Serialization;
using Ledger.Application.People;

namespace Ledger.Hosting.Accounts;

/// <summary>A person who can sign in, or a program that has a token.</summary>
public sealed record Account(
    string Name, string DisplayName, IReadOnlyList<Role> Roles, bool Disabled, DateTimeOffset CreatedAt)
{
    /// <summary>Changes when sessions that began before are to end.</summary>
    [JsonIgnore]
    public Guid SecurityStamp { get; init; }

    public Actor ToActor() => new($"user:{Name}", DisplayName, Roles);
}

/// <summary>A token just made: its id, by which it is revoked, and its text, <c>ldg_...</c>.</summary>
public sealed record NewToken(Guid Id, string Text);

/// <summary>A token as it can be listed; its text is known to its holder alone.</summary>
public sealed record TokenView(
    Guid Id, string Account, string Description, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt);

/// <summary>An account cannot be changed as asked; the message is for the person who asked.</summary>
public sealed class AccountException(string message) : Exception(message);
