using Npgsql;
using NpgsqlTypes;

namespace Ledger.Hosting.Accounts;

public sealed partial class AccountStore
{
    /// <summary>Makes a token for an account; its text is shown this once and never stored.</summary>
    /// <exception cref="AccountException">There is no such account, it is disabled, or the token would be over at once.</exception>
    public async Task<NewToken> CreateTokenAsync(
        string name, string description, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        AccountRules.CheckText("description", description);
        var now = time.GetUtcNow();
        if (expiresAt <= now)
            throw new AccountException("The end of a token lies in the future.");

        var token = new NewToken(Guid.CreateVersion7(now), TokenText.Create());
        await using var command = Command(
            "INSERT INTO ops.token (id, account, description, sha256, created_at, expires_at) "
            + "SELECT $1, a.name, $3, $4, $5, $6 FROM ops.account a WHERE a.name = $2 AND a.disabled_at IS NULL",
            token.Id, name, description, TokenText.Hash(token.Text), now);
        command.Parameters.Add(new() { Value = Utc(expiresAt), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        if (!AccountRules.IsName(name) || await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw await FindAsync(name, cancellationToken) is null
                ? NoAccount(name)
                : new AccountException($"The account '{name}' is disabled.");

        return token;
    }

    /// <summary>Ends a token; one that has ended already stays as it is.</summary>
    /// <exception cref="AccountException">There is no such token.</exception>
    public async Task RevokeTokenAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "UPDATE ops.token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1", tokenId, time.GetUtcNow());
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw new AccountException($"There is no token '{tokenId}'.");
    }

    /// <summary>The account whose valid token this is, else null.</summary>
    public async Task<Account?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!TokenText.IsWellFormed(token))
            return null;

        await using var command = Command(
            $"SELECT {Columns} FROM ops.token t JOIN ops.account a ON a.name = t.account "
            + "WHERE t.sha256 = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2) "
            + "AND a.disabled_at IS NULL",
            TokenText.Hash(token), time.GetUtcNow());
        return await FirstAsync(command, cancellationToken);
    }

    /// <summary>The tokens of all accounts, or of one, oldest first; also those that have ended.</summary>
    public async Task<IReadOnlyList<TokenView>> ListTokensAsync(string? account, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT id, account, description, created_at, expires_at, revoked_at FROM ops.token "
            + "WHERE $1 IS NULL OR account = $1 ORDER BY created_at, id");
        command.Parameters.Add(new() { Value = (object?)account ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tokens = new List<TokenView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tokens.Add(new(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2),
                reader.GetFieldValue<DateTimeOffset>(3), TimeAt(reader, 4), TimeAt(reader, 5)));
        }

        return tokens;
    }

    private static object Utc(DateTimeOffset? moment) => moment is { } given ? given.ToUniversalTime() : DBNull.Value;

    private static DateTimeOffset? TimeAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
