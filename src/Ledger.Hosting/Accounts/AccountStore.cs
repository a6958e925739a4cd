using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The local accounts and their tokens. Passwords and tokens are stored only as hashes.</summary>
/// <remarks>
/// Each change and the note of it in the audit of sign-ins are one statement, so that there is neither without the
/// other.
/// </remarks>
public sealed partial class AccountStore(NpgsqlDataSource database, TimeProvider time)
{
    private readonly Passwords passwords = new();
    private readonly RecentTokens recentTokens = new(time);

    /// <summary>Creates what is missing of the tables. Safe at every start, by many at once.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        AccountSchema.MigrateAsync(database, cancellationToken);

    /// <exception cref="AccountException">The name is taken or ill-formed, or the password not a good one.</exception>
    public Task<Account> AddAsync(
        NewAccount account, string password, Origin by, CancellationToken cancellationToken)
    {
        AccountRules.Check(account);
        PasswordRules.Check(password, account.Name);
        return AddHashedAsync(account, password, by, cancellationToken);
    }

    /// <summary>Adds an account that nobody can sign in with until a one-time link has given it a password.</summary>
    /// <exception cref="AccountException">The name is taken or ill-formed.</exception>
    public Task<Account> AddAsync(NewAccount account, Origin by, CancellationToken cancellationToken)
    {
        AccountRules.Check(account);
        return AddHashedAsync(account, TokenText.Create(), by, cancellationToken);
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Statement("list", (string?)null);
        return [.. (await ReadAsync(command, cancellationToken)).Select(row => row.Account)];
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await FindRowAsync(name, cancellationToken))?.Account;

    /// <summary>Signs nobody with this name in any more, and ends all its sessions and tokens.</summary>
    /// <exception cref="AccountException">There is no such account, or it is the last administrator's.</exception>
    public async Task DisableAsync(string name, Origin by, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "disable", name, time.GetUtcNow(), Guid.NewGuid(), by.Actor, by.Address);
        await ChangeAsync(name, command, cancellationToken);
    }

    /// <summary>Opens an account that was disabled; its sessions and tokens stay over.</summary>
    /// <exception cref="AccountException">There is no such account.</exception>
    public async Task EnableAsync(string name, Origin by, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("enable", name, time.GetUtcNow(), by.Actor, by.Address);
        await ChangeAsync(name, command, cancellationToken);
    }

    /// <summary>Gives an account other roles, which hold from its next request on.</summary>
    /// <exception cref="AccountException">There is no such account, or the last administrator would go.</exception>
    public async Task SetRolesAsync(
        string name, IReadOnlyList<Role> roles, Origin by, CancellationToken cancellationToken)
    {
        AccountRules.Check(roles);
        await using var command = database.Statement(
            "roles", name, Stored(roles), time.GetUtcNow(), by.Actor, by.Address);
        await ChangeAsync(name, command, cancellationToken);
    }

    /// <summary>Limits an account to desks, or to none in particular.</summary>
    /// <exception cref="AccountException">There is no such account, or a desk is ill-formed.</exception>
    public async Task SetDesksAsync(
        string name, IReadOnlyList<string> desks, Origin by, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "desks", name, AccountRules.Checked(desks), time.GetUtcNow(), by.Actor, by.Address);
        await ChangeAsync(name, command, cancellationToken);
    }

    /// <summary>The account when name and password are right and it is not disabled, else null.</summary>
    /// <remarks>
    /// Takes as long for a name that nobody has, so that names cannot be found out by trying. It does not count how
    /// often it is asked: <see cref="SignIns"/> does.
    /// </remarks>
    public async Task<Account?> CheckPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(name, cancellationToken);
        return passwords.Verify(row?.PasswordHash, password) && row is { Account.Disabled: false } ? row.Account : null;
    }

    /// <summary>Gives an account another password and ends all its sessions, but the one that did it.</summary>
    /// <param name="name">The account.</param>
    /// <param name="old">The password that it has.</param>
    /// <param name="password">The password that it is to have.</param>
    /// <param name="session">The session that asks; null where none does.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="AccountException">The old password is wrong, or the new one not a good one.</exception>
    public async Task ChangePasswordAsync(
        string name, string old, string password, Guid? session, Origin by, CancellationToken cancellationToken)
    {
        PasswordRules.Check(password, name);
        if (await CheckPasswordAsync(name, old, cancellationToken) is not { } account)
            throw new AccountException("The present password is another one.");

        await using var command = database.Statement(
            "password", name, passwords.Hash(password), Guid.NewGuid(), account.SecurityStamp, session,
            time.GetUtcNow(), by.Actor, by.Address);
        if (await CountAsync(command, cancellationToken) == 0)
            throw new AccountException("The password was changed by somebody else just now.");
    }

    internal string Hash(string password) => passwords.Hash(password);

    private async Task<Account> AddHashedAsync(
        NewAccount account, string password, Origin by, CancellationToken cancellationToken)
    {
        var desks = AccountRules.Checked(account.Desks);
        await using var command = database.Statement(
            "add", account.Name, account.DisplayName, passwords.Hash(password), Stored(account.Roles), desks,
            Guid.NewGuid(), time.GetUtcNow(), by.Actor, by.Address);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault()?.Account
            ?? throw new AccountException($"There is an account '{account.Name}' already.");
    }

    private async Task ChangeAsync(string name, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        if (AccountRules.IsName(name) && await EndTokensAsync(command, cancellationToken) > 0)
            return;

        throw await FindAsync(name, cancellationToken) is null
            ? NoAccount(name)
            : new AccountException($"'{name}' is the last administrator; make another one first.");
    }

    private async Task<Row?> FindRowAsync(string name, CancellationToken cancellationToken)
    {
        if (!AccountRules.IsName(name))
            return null;

        await using var command = database.Statement("list", name);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    private static string[] Stored(IReadOnlyList<Role> roles) =>
        [.. roles.Distinct().Select(role => role.ToString().ToLowerInvariant())];

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new(AccountRow.Read(reader), reader.GetString(AccountRow.PasswordHash)));

        return rows;
    }

    private static async Task<long> CountAsync(NpgsqlCommand command, CancellationToken cancellationToken) =>
        (long)(await command.ExecuteScalarAsync(cancellationToken))!;

    private static AccountException NoAccount(string name) => new($"There is no account '{name}'.");

    private sealed record Row(Account Account, string PasswordHash);
}
