using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

public sealed partial class AccountStore
{
    /// <summary>Makes a token for an account; its text is shown this once and never stored.</summary>
    /// <exception cref="AccountException">
    /// There is no such account, it is disabled, or the token would be over at once or good for nothing.
    /// </exception>
    public async Task<NewToken> CreateTokenAsync(
        TokenRequest asked, Origin by, CancellationToken cancellationToken)
    {
        AccountRules.CheckText("description", asked.Description);
        var now = time.GetUtcNow();
        if (asked.ExpiresAt <= now)
            throw new AccountException("The end of a token lies in the future.");

        if (asked.Scopes.Count == 0)
            throw new AccountException("A token has one scope or more.");

        var token = new NewToken(Guid.CreateVersion7(now), TokenText.Create());
        string[] scopes = [.. asked.Scopes.Distinct().Order().Select(scope => scope.ToString().ToLowerInvariant())];
        await using var command = database.Statement(
            "token-add", token.Id, asked.Account, asked.Description, TokenText.Hash(token.Text), now,
            asked.ExpiresAt?.ToUniversalTime(), scopes, by.Actor, by.Address);
        if (!AccountRules.IsName(asked.Account) || await CountAsync(command, cancellationToken) == 0)
            throw await FindAsync(asked.Account, cancellationToken) is null
                ? NoAccount(asked.Account)
                : new AccountException($"The account '{asked.Account}' is disabled.");

        return token;
    }

    /// <summary>Ends a token; one that has ended already stays as it is.</summary>
    /// <param name="tokenId">The token.</param>
    /// <param name="account">Whose it must be; null where it may be anybody's.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="AccountException">There is no such token.</exception>
    public async Task RevokeTokenAsync(Guid tokenId, string? account, Origin by, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "token-revoke", tokenId, time.GetUtcNow(), account, by.Actor, by.Address);
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
        if (await ReadByTokenAsync(hash, cancellationToken) is not var (account, expiresAt))
            return null;

        recentTokens.Keep(hash, account, expiresAt, begun);
        await using var used = database.Statement("token-used", hash, time.GetUtcNow());
        await used.ExecuteNonQueryAsync(cancellationToken);
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
                reader.GetFieldValue<DateTimeOffset>(3), AccountRow.TimeAt(reader, 4), AccountRow.TimeAt(reader, 5))
            {
                Scopes = ScopesAt(reader, 6),
                LastUsedAt = AccountRow.TimeAt(reader, 7),
            });
        }

        return tokens;
    }

    private async Task<(Account Account, DateTimeOffset? ExpiresAt)?> ReadByTokenAsync(
        byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("token-account", hash, time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? (AccountRow.Read(row) with { Scopes = ScopesAt(row, AccountRow.Next + 1) },
                AccountRow.TimeAt(row, AccountRow.Next))
            : null;
    }

    // Also when it fails: the answer of a statement that was carried out can be lost.
    private async Task<long> EndTokensAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await CountAsync(command, cancellationToken);
        }
        finally
        {
            recentTokens.Forget();
        }
    }

    private static Scope[] ScopesAt(NpgsqlDataReader row, int column) =>
        [.. row.GetFieldValue<string[]>(column).Select(scope => Enum.Parse<Scope>(scope, ignoreCase: true))];
}
