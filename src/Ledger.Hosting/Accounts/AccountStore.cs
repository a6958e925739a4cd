using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>A person who can sign in, or a program that has a token.</summary>
public sealed record Account(
    string Name, string DisplayName, IReadOnlyList<Role> Roles, bool Disabled, DateTimeOffset CreatedAt)
{
    public Actor ToActor() => new($"user:{Name}", DisplayName, Roles);
}

/// <summary>The local accounts and their tokens. Passwords and tokens are stored only as hashes.</summary>
public sealed class AccountStore(NpgsqlDataSource database, TimeProvider time)
{
    public Task MigrateAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{time}");

    /// <exception cref="AccountException">The name is taken or ill-formed, or the password too short.</exception>
    public Task<Account> AddAsync(
        string name, string displayName, string password, IReadOnlyList<Role> roles, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{time}");

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{time}");

    public Task<Account?> FindAsync(string name, CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{time}");

    /// <summary>Signs nobody with this name in any more, and ends all its tokens.</summary>
    /// <exception cref="AccountException">There is no such account.</exception>
    public Task DisableAsync(string name, CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{time}");

    /// <summary>The account when name and password are right and it is not disabled, else null.</summary>
    public Task<Account?> SignInAsync(string name, string password, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{time}");

    /// <summary>Makes a token for an account; its text is shown this once and never stored.</summary>
    /// <exception cref="AccountException">There is no such account, or it is disabled.</exception>
    public Task<NewToken> CreateTokenAsync(
        string name, string description, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{time}");

    /// <exception cref="AccountException">There is no such token.</exception>
    public Task RevokeTokenAsync(Guid tokenId, CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{time}");

    /// <summary>The account whose valid token this is, else null.</summary>
    public Task<Account?> FindByTokenAsync(string token, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{time}");
}

/// <summary>A token just made: its id, by which it is revoked, and its text, <c>ldg_...</c>.</summary>
public sealed record NewToken(Guid Id, string Text);

/// <summary>An account cannot be changed as asked; the message is for the person who asked.</summary>
public sealed class AccountException(string message) : Exception(message);
