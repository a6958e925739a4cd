using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>Whom a link is for.</summary>
/// <param name="Account">Null for the first administrator, who has no account yet.</param>
public sealed record LinkHolder(string? Account, string? DisplayName);

/// <summary>Links that give an account a password, once and within a day. Only their hashes are stored.</summary>
public sealed class OneTimeLinks(NpgsqlDataSource database, AccountStore accounts, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The page of the site that takes the text of a link behind it.</summary>
    public const string Path = "/link/";

    /// <summary>A new link for an account; earlier ones of it are void.</summary>
    /// <returns>Its text, which is known to nobody else.</returns>
    /// <exception cref="AccountException">There is no such account, or it is disabled.</exception>
    public async Task<string> CreateAsync(string account, Origin by, CancellationToken cancellationToken)
    {
        if (AccountRules.IsName(account) && await AddAsync(account, by, cancellationToken) is { } text)
            return text;

        throw await accounts.FindAsync(account, cancellationToken) is null
            ? new AccountException($"There is no account '{account}'.")
            : new AccountException($"The account '{account}' is disabled.");
    }

    /// <summary>A link for the first administrator; null where there is an account already.</summary>
    public Task<string?> CreateFirstAsync(Origin by, CancellationToken cancellationToken) =>
        AddAsync(null, by, cancellationToken);

    /// <summary>Whom a link is for; null when it was used, is too old, or never was.</summary>
    public async Task<LinkHolder?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!TokenText.IsWellFormed(text))
            return null;

        await using var command = database.Statement("link-find", TokenText.Hash(text), time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(AccountRow.TextAt(row, 0), AccountRow.TextAt(row, 1))
            : null;
    }

    /// <summary>Uses a link up to set the password of its account, which ends all its sessions.</summary>
    /// <returns>The account; null when the link cannot be used any more.</returns>
    /// <exception cref="AccountException">The password is not a good one; the link can still be used.</exception>
    public async Task<string?> SetPasswordAsync(
        string text, string password, Origin by, CancellationToken cancellationToken)
    {
        if (await FindAsync(text, cancellationToken) is not { Account: { } account })
            return null;

        PasswordRules.Check(password, account);
        await using var command = database.Statement(
            "link-password", TokenText.Hash(text), time.GetUtcNow(), accounts.Hash(password), Guid.NewGuid(),
            by.Address);
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Uses the first link up to make the first administrator.</summary>
    /// <returns>The account; null when the link cannot be used any more.</returns>
    /// <exception cref="AccountException">
    /// The name is ill-formed, or the password not a good one; the link can still be used.
    /// </exception>
    public async Task<string?> AddFirstAsync(
        string text, string name, string displayName, string password, Origin by,
        CancellationToken cancellationToken)
    {
        AccountRules.Check(new NewAccount(name, displayName, [Role.Admin]));
        PasswordRules.Check(password, name);
        if (await FindAsync(text, cancellationToken) is not { Account: null })
            return null;

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Two links used at once must not make two first administrators.
        await using (var alone = new NpgsqlCommand("LOCK TABLE ops.account IN EXCLUSIVE MODE", connection))
            await alone.ExecuteNonQueryAsync(cancellationToken);

        await using var command = connection.Statement(
            "link-first", TokenText.Hash(text), time.GetUtcNow(), name, displayName, accounts.Hash(password),
            Guid.NewGuid(), by.Address);
        var added = (string?)await command.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private async Task<string?> AddAsync(string? account, Origin by, CancellationToken cancellationToken)
    {
        var (text, now) = (TokenText.Create(), time.GetUtcNow());
        await using var command = database.Statement(
            "link-add", TokenText.Hash(text), account, now, now + Lifetime, by.Actor, by.Address);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0 ? text : null;
    }
}
