using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Followers.Webhooks;

/// <summary>Writes what a subscriber is told of an event.</summary>
public interface IWebhookBodies
{
    /// <summary>The media type of what it writes.</summary>
    string MediaType { get; }

    /// <summary>An event as the public may see it at this moment, or as it is logged.</summary>
    /// <param name="recorded">For the public, an event of a story.</param>
    /// <param name="staff">Whether it is for those who may read the log.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<byte[]> WriteAsync(RecordedEvent recorded, bool staff, CancellationToken cancellationToken);
}

/// <summary>One subscription, told by signed requests.</summary>
internal sealed class WebhookFollower(
    Webhook webhook, WebhookStore store, IWebhookBodies bodies, WebhookSender sender, WebhookSettings settings)
    : IFollower
{
    public string Name => webhook.Follower;

    public int Concurrency => settings.StoriesAtOnce;

    public RetrySchedule Retries => settings.Retries;

    // What is not of a story is the newsroom's own business.
    public bool Wants(RecordedEvent recorded) =>
        (webhook.Staff || recorded.Data is StoryEvent)
        && (webhook.Types.Count == 0 || webhook.Types.Contains(recorded.Type, StringComparer.Ordinal));

    public async Task<Handover> DeliverAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var secrets = await store.ListSecretsAsync(webhook.Id, cancellationToken);
        if (secrets.Count == 0)
            return new Handover.Failed("The subscription was removed.");

        // Each time anew: a story may have been withdrawn since the last attempt, and its words with it.
        var body = await bodies.WriteAsync(recorded, webhook.Staff, cancellationToken);
        return await sender.SendAsync(
            webhook.Url, recorded.Id.ToString(), body, bodies.MediaType, secrets, cancellationToken);
    }
}

/// <summary>All subscriptions, as those who follow the log.</summary>
public sealed class WebhookFollowers(
    WebhookStore store, IWebhookBodies bodies, WebhookSender sender, WebhookSettings settings) : IFollowerSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IFollower>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(null, cancellationToken)).Select(webhook =>
            new WebhookFollower(webhook, store, bodies, sender, settings))];
}
