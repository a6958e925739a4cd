using Npgsql;

namespace Ledger.Hosting.Accounts;

public sealed partial class AccountStore
{
    /// <summary>Makes a token for an account; its text is shown this once and never stored.</summary>
    /// <exception cref="AccountException">
    /// There is no such account, it is disabled, or the token would be over at once.
    /// </exception>
    public async Task<NewToken> CreateTokenAsync(
        string name, string description, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        AccountRules.CheckText("description", description);
        var now = time.GetUtcNow();
        if (expiresAt <= now)
            throw new AccountException("The end of a token lies in the future.");

        var token = new NewToken(Guid.CreateVersion7(now), TokenText.Create());
        await using var command = database.Statement(
            "token-add", token.Id, name, description, TokenText.Hash(token.Text), now, expiresAt?.ToUniversalTime());
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
        await using var command = database.Statement("token-revoke", tokenId, time.GetUtcNow());
        if (await EndTokensAsync(command, cancellationToken) == 0)
            throw new AccountException($"There is no token '{tokenId}'.");
    }

    /// <summary>The account whose valid token this is, else null.</summary>
    /// <remarks>A token that another process has ended may be taken for one more second.</remarks>
    public async Task<Account?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!TokenText.IsWellFormed(token))
            return null;

        var hash = TokenText.Hash(token);
        if (recentTokens.Find(hash) is { } recent)
            return recent;

        var begun = recentTokens.Endings;
        await using var command = database.Statement("token-account", hash, time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            return null;

        var account = ToAccount(row);
        recentTokens.Keep(hash, account, TimeAt(row, 7), begun);
        return account;
    }

    /// <summary>The tokens of all accounts, or of one, oldest first; also those that have ended.</summary>
    public async Task<IReadOnlyList<TokenView>> ListTokensAsync(string? account, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("token-list", account);
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

    // Also when it fails: the answer of a statement that was carried out can be lost.
    private async Task<int> EndTokensAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            recentTokens.Forget();
        }
    }

    private static DateTimeOffset? TimeAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
