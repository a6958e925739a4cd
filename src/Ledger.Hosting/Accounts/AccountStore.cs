using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The local accounts and their tokens. Passwords and tokens are stored only as hashes.</summary>
public sealed partial class AccountStore(NpgsqlDataSource database, TimeProvider time)
{
    private readonly Passwords passwords = new();
    private readonly RecentTokens recentTokens = new(time);

    /// <summary>Creates what is missing of the tables. Safe at every start, by many at once.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        AccountSchema.MigrateAsync(database, cancellationToken);

    /// <exception cref="AccountException">The name is taken or ill-formed, or the password too short.</exception>
    public async Task<Account> AddAsync(
        string name, string displayName, string password, IReadOnlyList<Role> roles,
        CancellationToken cancellationToken)
    {
        AccountRules.Check(name, displayName, password, roles);
        var stored = roles.Distinct().Select(role => role.ToString().ToLowerInvariant()).ToArray();
        await using var command = database.Statement(
            "add", name, displayName, passwords.Hash(password), stored, Guid.NewGuid(), time.GetUtcNow());
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault()?.Account
            ?? throw new AccountException($"There is an account '{name}' already.");
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Statement("list", (string?)null);
        return [.. (await ReadAsync(command, cancellationToken)).Select(row => row.Account)];
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await FindRowAsync(name, cancellationToken))?.Account;

    /// <summary>Signs nobody with this name in any more, and ends all its sessions and tokens.</summary>
    /// <exception cref="AccountException">There is no such account.</exception>
    public async Task DisableAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("disable", name, time.GetUtcNow(), Guid.NewGuid());
        if (!AccountRules.IsName(name) || await EndTokensAsync(command, cancellationToken) == 0)
            throw NoAccount(name);
    }

    /// <summary>The account when name and password are right and it is not disabled, else null.</summary>
    /// <remarks>Takes as long for a name that nobody has, so that names cannot be found out by trying.</remarks>
    public async Task<Account?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(name, cancellationToken);
        return passwords.Verify(row?.PasswordHash, password) && row is { Account.Disabled: false } ? row.Account : null;
    }

    /// <summary>The account of a session, as it is now; null when the session has ended.</summary>
    /// <param name="name">Who signed in.</param>
    /// <param name="stamp">The account's stamp when the session began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Account?> FindSessionAsync(string name, Guid stamp, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is { Disabled: false } account && account.SecurityStamp == stamp
            ? account
            : null;

    private async Task<Row?> FindRowAsync(string name, CancellationToken cancellationToken)
    {
        if (!AccountRules.IsName(name))
            return null;

        await using var command = database.Statement("list", name);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(new(ToAccount(reader), reader.GetString(6)));

        return rows;
    }

    private static Account ToAccount(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        [.. row.GetFieldValue<string[]>(2).Select(role => Enum.Parse<Role>(role, ignoreCase: true))],
        row.GetBoolean(3),
        row.GetFieldValue<DateTimeOffset>(4))
    {
        SecurityStamp = row.GetGuid(5),
    };

    private static AccountException NoAccount(string name) => new($"There is no account '{name}'.");

    private sealed record Row(Account Account, string PasswordHash);
}
