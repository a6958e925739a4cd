using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Address">The network it signed in from.</param>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record SessionView(
    Guid Id, string Account, DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, string? Address,
    string? Agent);

/// <summary>The browsers that are signed in.</summary>
/// <remarks>The cookie of one holds its id, and nothing else that is believed.</remarks>
public sealed class SessionStore(NpgsqlDataSource database, SignInPolicy policy, TimeProvider time)
{
    // Often enough for a list of sessions, and seldom enough that a page does not write.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private const int LongestAgent = 200;

    /// <summary>Begins a session of an account whose password was looked at; null when it has changed since.</summary>
    public async Task<Guid?> StartAsync(
        Account account, string? address, string? agent, CancellationToken cancellationToken)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        await using var command = database.Statement(
            "session-add", id, account.Name, account.SecurityStamp, now, now + policy.LongestSession, address,
            agent is { Length: > LongestAgent } ? agent[..LongestAgent] : agent);
        return await CountAsync(command, cancellationToken) > 0 ? id : null;
    }

    /// <summary>The account of a session, as it is now; null when the session is over.</summary>
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await ReadAsync(id, now, cancellationToken) is not var (account, seenAt))
            return null;

        if (now - seenAt >= SeenEvery)
        {
            await using var seen = database.Statement("session-seen", id, now);
            await seen.ExecuteNonQueryAsync(cancellationToken);
        }

        return account;
    }

    /// <summary>The sessions of an account that are not over, the one used last first.</summary>
    public async Task<IReadOnlyList<SessionView>> ListAsync(string account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.Statement("session-list", account, now, now - policy.LongestIdle);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var sessions = new List<SessionView>();
        while (await row.ReadAsync(cancellationToken))
        {
            sessions.Add(new(
                row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2),
                row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4), AccountRow.TextAt(row, 5),
                AccountRow.TextAt(row, 6)));
        }

        return sessions;
    }

    /// <summary>Ends a session of an account; it is so already where there is none.</summary>
    public Task<long> EndAsync(string account, Guid id, Origin by, CancellationToken cancellationToken) =>
        EndAsync(account, id, null, SignInKind.SessionEnded, by, cancellationToken);

    /// <summary>Ends all sessions of an account, but one where that is given.</summary>
    public Task<long> EndAllAsync(string account, Guid? but, Origin by, CancellationToken cancellationToken) =>
        EndAsync(account, null, but, SignInKind.SessionEnded, by, cancellationToken);

    /// <summary>Ends the session of the person who signs out.</summary>
    public Task<long> SignOutAsync(string account, Guid id, Origin by, CancellationToken cancellationToken) =>
        EndAsync(account, id, null, SignInKind.SignedOut, by, cancellationToken);

    private async Task<long> EndAsync(
        string account, Guid? one, Guid? but, SignInKind kind, Origin by, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "session-end", account, time.GetUtcNow(), one, but, SignInAudit.Name(kind), by.Actor, by.Address);
        return await CountAsync(command, cancellationToken);
    }

    private async Task<(Account Account, DateTimeOffset SeenAt)?> ReadAsync(
        Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("session-account", id, now, now - policy.LongestIdle);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? (AccountRow.Read(row), row.GetFieldValue<DateTimeOffset>(AccountRow.Next))
            : null;
    }

    private static async Task<long> CountAsync(NpgsqlCommand command, CancellationToken cancellationToken) =>
        (long)(await command.ExecuteScalarAsync(cancellationToken))!;
}
