using System.Collections.Concurrent;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>What is noted of signing in, of accounts and of webhooks. Stored and shown in kebab case.</summary>
public enum SignInKind
{
    SignedIn, SignInFailed, Locked, SignedOut, SessionEnded, TokenCreated, TokenRevoked, TokenRefused, PasswordChanged,
    LinkMade, AccountAdded, AccountDisabled, AccountEnabled, RolesChanged, DesksChanged,
    WebhookAdded, WebhookRotated, WebhookPaused, WebhookResumed, WebhookReplayed, WebhookRemoved,
}

/// <summary>One line of the audit.</summary>
/// <param name="Account">Whose account; null where it is nobody's.</param>
/// <param name="Actor">Who did it, as the log names people; null where nobody was signed in.</param>
/// <param name="Address">Shortened to its network.</param>
public sealed record SignInNote(
    long Id, DateTimeOffset At, SignInKind Kind, string? Account, string? Actor, string? Address, string? Detail);

/// <summary>Which lines of the audit are wanted; null does not limit.</summary>
public sealed record SignInFilter(string? Account = null, SignInKind? Kind = null, long? Before = null);

/// <summary>The audit of sign-ins: added to, read, and forgotten only by age.</summary>
public sealed class SignInAudit(NpgsqlDataSource database, SignInPolicy policy, TimeProvider time)
{
    // What is refused again and again, as when a program goes on with a token that is over, is noted once a minute.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private const int MostPaused = 10_000;

    private readonly ConcurrentDictionary<(SignInKind, string?, string?), DateTimeOffset> noted = new();

    /// <summary>Notes what changed no row of its own. A name that is no account's is left out.</summary>
    public async Task NoteAsync(
        SignInKind kind, string? account, Origin by, string? detail, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "note", time.GetUtcNow(), Name(kind), account, by.Actor, by.Address, detail);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes what may be repeated without end, once a minute for each account and network.</summary>
    public Task NoteRefusalAsync(
        SignInKind kind, string? account, Origin by, string? detail, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (noted.Count >= MostPaused)
            noted.Clear();

        var key = (kind, account, by.Address);
        if (noted.TryGetValue(key, out var last) && now >= last && now < last + Pause)
            return Task.CompletedTask;

        noted[key] = now;
        return NoteAsync(kind, account, by, detail, cancellationToken);
    }

    /// <summary>The newest lines that the filter lets through.</summary>
    public async Task<IReadOnlyList<SignInNote>> ListAsync(
        SignInFilter filter, int most, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "note-list", filter.Account, filter.Kind is { } kind ? Name(kind) : null, filter.Before, most);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var notes = new List<SignInNote>();
        while (await row.ReadAsync(cancellationToken))
        {
            notes.Add(new(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), Kind(row.GetString(2)),
                AccountRow.TextAt(row, 3), AccountRow.TextAt(row, 4), AccountRow.TextAt(row, 5),
                AccountRow.TextAt(row, 6)));
        }

        return notes;
    }

    /// <summary>Removes what is older than is to be kept.</summary>
    /// <returns>How many lines that were.</returns>
    public async Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Statement("note-forget", time.GetUtcNow() - policy.AuditKept);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The word that a kind is stored under and asked for by.</summary>
    public static string Name(SignInKind kind) => KindNames.Of(kind);

    /// <summary>The kind of a word; null when it is none.</summary>
    public static SignInKind? Find(string word) => KindNames.Find(word);

    private static SignInKind Kind(string word) => Find(word)
        ?? throw new InvalidOperationException($"The audit of sign-ins has a line of the unknown kind '{word}'.");
}
