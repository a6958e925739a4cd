using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The local accounts and their tokens. Passwords and tokens are stored only as hashes.</summary>
public sealed partial class AccountStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns =
        "a.name, a.display_name, a.roles, a.disabled_at IS NOT NULL, a.created_at, a.security_stamp";

    private readonly Passwords passwords = new();

    public Task MigrateAsync(CancellationToken cancellationToken) => AccountSchema.MigrateAsync(database, cancellationToken);

    /// <exception cref="AccountException">The name is taken or ill-formed, or the password too short.</exception>
    public async Task<Account> AddAsync(
        string name, string displayName, string password, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        AccountRules.Check(name, displayName, password, roles);
        var stored = roles.Distinct().Select(role => role.ToString().ToLowerInvariant()).ToArray();
        await using var command = Command(
            "INSERT INTO ops.account AS a (name, display_name, password_hash, roles, security_stamp, created_at) "
            + "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING RETURNING " + Columns,
            name, displayName, passwords.Hash(password), stored, Guid.NewGuid(), time.GetUtcNow());
        return await FirstAsync(command, cancellationToken)
            ?? throw new AccountException($"There is an account '{name}' already.");
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT {Columns} FROM ops.account a ORDER BY a.name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = new List<Account>();
        while (await reader.ReadAsync(cancellationToken))
            accounts.Add(Read(reader));

        return accounts;
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!AccountRules.IsName(name))
            return null;

        await using var command = Command($"SELECT {Columns} FROM ops.account a WHERE a.name = $1", name);
        return await FirstAsync(command, cancellationToken);
    }

    /// <summary>Signs nobody with this name in any more, and ends all its sessions and tokens.</summary>
    /// <exception cref="AccountException">There is no such account.</exception>
    public async Task DisableAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "WITH ended AS (UPDATE ops.token SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL) "
            + "UPDATE ops.account SET disabled_at = coalesce(disabled_at, $2), security_stamp = $3 WHERE name = $1",
            name, time.GetUtcNow(), Guid.NewGuid());
        if (!AccountRules.IsName(name) || await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw NoAccount(name);
    }

    /// <summary>The account when name and password are right and it is not disabled, else null.</summary>
    /// <remarks>Takes as long for a name that nobody has, so that names cannot be found out by trying.</remarks>
    public async Task<Account?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        string? hash = null;
        Account? account = null;
        if (AccountRules.IsName(name))
        {
            await using var command = Command(
                $"SELECT {Columns}, a.password_hash FROM ops.account a WHERE a.name = $1", name);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
                (account, hash) = (Read(reader), reader.GetString(6));
        }

        return passwords.Verify(hash, password) && account is { Disabled: false } ? account : null;
    }

    /// <summary>The account of a session, as it is now; null when the session has ended.</summary>
    /// <param name="name">Who signed in.</param>
    /// <param name="securityStamp">The account's stamp when the session began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Account?> FindSessionAsync(string name, Guid securityStamp, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is { Disabled: false } account && account.SecurityStamp == securityStamp
            ? account
            : null;

    private NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });

        return command;
    }

    private static async Task<Account?> FirstAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    private static Account Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        [.. reader.GetFieldValue<string[]>(2).Select(role => Enum.Parse<Role>(role, ignoreCase: true))],
        reader.GetBoolean(3),
        reader.GetFieldValue<DateTimeOffset>(4))
    {
        SecurityStamp = reader.GetGuid(5),
    };

    private static AccountException NoAccount(string name) => new($"There is no account '{name}'.");
}
