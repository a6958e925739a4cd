using System.Collections.Concurrent;

namespace Ledger.Hosting.Accounts;

/// <summary>The accounts of tokens that were shown a moment ago: a busy program is looked up once a second.</summary>
/// <remarks>
/// A token that this process ends is over at once, and so is one that comes to its end by itself. One that another
/// process ends is over a second later at most.
/// </remarks>
internal sealed class RecentTokens(TimeProvider time)
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromSeconds(1);

    // More programs than this at once are looked up each time they ask.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Recent> tokens = new(StringComparer.Ordinal);
    private readonly Lock changing = new();
    private long endings;

    /// <summary>To be noted before a token is looked up in the database.</summary>
    public long Endings => Interlocked.Read(ref endings);

    public Account? Find(byte[] hash)
    {
        // A clock that was set back makes nothing last longer.
        var now = time.GetUtcNow();
        return tokens.TryGetValue(Key(hash), out var recent) && now >= recent.From && now < recent.To
            ? recent.Account
            : null;
    }

    /// <summary>Keeps what was found, unless a token was ended since the look into the database began.</summary>
    /// <param name="hash">Of the token's text.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="expiresAt">When it comes to its end; null where it does not.</param>
    /// <param name="begun"><see cref="Endings"/> at the beginning.</param>
    public void Keep(byte[] hash, Account account, DateTimeOffset? expiresAt, long begun)
    {
        var now = time.GetUtcNow();
        var end = now + LongestAge;
        lock (changing)
        {
            if (endings != begun)
                return;

            if (tokens.Count >= Most)
                tokens.Clear();

            tokens[Key(hash)] = new(account, now, expiresAt < end ? expiresAt.Value : end);
        }
    }

    /// <summary>Forgets all, because one of them may have been ended.</summary>
    public void Forget()
    {
        lock (changing)
        {
            Interlocked.Increment(ref endings);
            tokens.Clear();
        }
    }

    private static string Key(byte[] hash) => Convert.ToBase64String(hash);

    private sealed record Recent(Account Account, DateTimeOffset From, DateTimeOffset To);
}
