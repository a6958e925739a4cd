using Ledger.Followers;
using Ledger.Followers.Storing;
using Ledger.Followers.Webhooks;
using Ledger.Hosting.Accounts;
using Npgsql;

namespace Ledger.Hosting.Webhooks;

/// <summary>A subscription, and how far it has come.</summary>
public sealed record WebhookView(Webhook Webhook, FollowerStatus Status);

/// <summary>A secret that was just made, which is shown this once.</summary>
/// <param name="Text">For checking <c>v1</c> signatures, and for signing what is sent to us: <c>whsec_…</c></param>
/// <param name="PublicKey">For checking <c>v1a</c> signatures: <c>whpk_…</c></param>
public sealed record ShownSecret(string Name, string Text, string PublicKey);

/// <summary>Adds and changes subscriptions; each change and the note of it in the audit are one transaction.</summary>
public sealed class WebhookDesk(
    NpgsqlDataSource database, WebhookStore webhooks, FollowerStore followers, WebhookSettings settings,
    TimeProvider time)
{
    /// <summary>How long an old secret goes on to sign beside a new one, where nothing else is said.</summary>
    public static readonly TimeSpan StandardOverlap = TimeSpan.FromHours(24);

    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <summary>Adds a subscription, which is told of what happens from now on, or from the start.</summary>
    /// <exception cref="WebhookException">It is not as it must be, or its name was ever taken.</exception>
    public async Task<ShownSecret> AddAsync(NewWebhook wanted, Origin by, CancellationToken cancellationToken)
    {
        var url = WebhookRules.Check(wanted, settings);
        var now = time.GetUtcNow();
        var webhook = new Webhook(
            Guid.CreateVersion7(now), wanted.Name, url, wanted.Staff, [.. (wanted.Types ?? []).Distinct()], now,
            by.Actor, PublicKey: null);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await WebhookStore.AddAsync(webhook, connection, cancellationToken))
            throw new WebhookException($"The name '{wanted.Name}' is taken, or was; it stands in the audit.");

        var secret = await webhooks.RotateAsync(webhook.Id, TimeSpan.Zero, connection, cancellationToken);
        await followers.BeginAsync(webhook.Follower, wanted.FromStart ? 0 : null, connection, cancellationToken);
        await NoteAsync(SignInKind.WebhookAdded, webhook.Name, by, connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Shown(webhook.Name, secret);
    }

    /// <summary>Makes a new secret; the old ones sign beside it for a while.</summary>
    /// <exception cref="WebhookException">There is no such subscription, or the while is too long.</exception>
    public async Task<ShownSecret> RotateAsync(
        string name, TimeSpan overlap, Origin by, CancellationToken cancellationToken)
    {
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
            throw new WebhookException("An old secret is good for 0 to 720 more hours.");

        WebhookSecret? secret = null;
        await ChangeAsync(name, SignInKind.WebhookRotated, by, async (webhook, connection) =>
            secret = await webhooks.RotateAsync(webhook.Id, overlap, connection, cancellationToken), cancellationToken);
        return Shown(name, secret!);
    }

    /// <summary>Tells a subscription nothing until it is resumed.</summary>
    /// <exception cref="WebhookException">There is no such subscription.</exception>
    public Task PauseAsync(string name, Origin by, CancellationToken cancellationToken) =>
        ChangeAsync(name, SignInKind.WebhookPaused, by, (webhook, connection) =>
            followers.PauseAsync(webhook.Follower, connection, cancellationToken), cancellationToken);

    /// <summary>Goes on where a subscription was paused, or its receiver was gone.</summary>
    /// <exception cref="WebhookException">There is no such subscription.</exception>
    public Task ResumeAsync(string name, Origin by, CancellationToken cancellationToken) =>
        ChangeAsync(name, SignInKind.WebhookResumed, by, (webhook, connection) =>
            followers.ResumeAsync(webhook.Follower, connection, cancellationToken), cancellationToken);

    /// <summary>Tries again what was parked.</summary>
    /// <returns>How many events that are.</returns>
    /// <exception cref="WebhookException">There is no such subscription.</exception>
    public async Task<int> ReplayAsync(string name, Origin by, CancellationToken cancellationToken)
    {
        var replayed = 0;
        await ChangeAsync(name, SignInKind.WebhookReplayed, by, async (webhook, connection) =>
            replayed = await followers.ReplayAsync(webhook.Follower, connection, cancellationToken), cancellationToken);
        return replayed;
    }

    /// <summary>Ends a subscription; what it was not told yet, it is never told.</summary>
    /// <exception cref="WebhookException">There is no such subscription.</exception>
    public Task RemoveAsync(string name, Origin by, CancellationToken cancellationToken) =>
        ChangeAsync(name, SignInKind.WebhookRemoved, by, async (webhook, connection) =>
        {
            await webhooks.RemoveAsync(webhook.Id, connection, cancellationToken);
            await followers.RemoveAsync(webhook.Follower, connection, cancellationToken);
        }, cancellationToken);

    /// <summary>All subscriptions, in the order of their names.</summary>
    public async Task<IReadOnlyList<WebhookView>> ListAsync(CancellationToken cancellationToken)
    {
        var statuses = (await followers.GetStatusAsync(cancellationToken)).ToDictionary(status => status.Name);
        return [.. (await webhooks.ListAsync(null, cancellationToken))
            .Where(webhook => statuses.ContainsKey(webhook.Follower))
            .Select(webhook => new WebhookView(webhook, statuses[webhook.Follower]))];
    }

    private async Task ChangeAsync(
        string name, SignInKind kind, Origin by, Func<Webhook, NpgsqlConnection, Task> change,
        CancellationToken cancellationToken)
    {
        if (await webhooks.ListAsync(name, cancellationToken) is not [var webhook])
            throw new WebhookException($"There is no webhook '{name}'.");

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await change(webhook, connection);
        await NoteAsync(kind, name, by, connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task NoteAsync(
        SignInKind kind, string name, Origin by, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var note = connection.Statement(
            "note", time.GetUtcNow(), KindNames.Of(kind), null, by.Actor, by.Address, name);
        await note.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ShownSecret Shown(string name, WebhookSecret secret) =>
        new(name, secret.Text, WebhookSecret.PublicText(secret.Key.PublicKey.Span));
}
