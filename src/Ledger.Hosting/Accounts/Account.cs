using System.Text.Json.Serialization;
using Ledger.Application.People;

namespace Ledger.Hosting.Accounts;

/// <summary>A person who can sign in, or a program that has a token.</summary>
public sealed record Account(
    string Name, string DisplayName, IReadOnlyList<Role> Roles, bool Disabled, DateTimeOffset CreatedAt)
{
    /// <summary>The desks that the account is limited to; none is every desk.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>Changes when sessions that began before are to end.</summary>
    [JsonIgnore]
    public Guid SecurityStamp { get; init; }

    /// <summary>What the token allows by which the account was found; null where it was found otherwise.</summary>
    [JsonIgnore]
    public IReadOnlyList<Scope>? Scopes { get; init; }

    public Actor ToActor() => new($"user:{Name}", DisplayName, Roles) { Desks = Desks, Scopes = Scopes };
}

/// <summary>What an account is to be like.</summary>
public sealed record NewAccount(string Name, string DisplayName, IReadOnlyList<Role> Roles)
{
    public IReadOnlyList<string> Desks { get; init; } = [];
}

/// <summary>Who asks for a change of an account, as the audit of sign-ins names them.</summary>
/// <param name="Actor">As the log names people; null where nobody is signed in.</param>
/// <param name="Address">The address it came from, shortened; null where it came from no network.</param>
public sealed record Origin(string? Actor, string? Address)
{
    /// <summary>The program itself, as when it fills an empty ledger with a sample.</summary>
    public static Origin Program { get; } = new("system:ledger", null);
}

/// <summary>An account cannot be changed as asked; the message is for the person who asked.</summary>
public sealed class AccountException(string message) : Exception(message);
