namespace Ledger.Followers.Webhooks;

/// <summary>How requests to subscribers are made.</summary>
public sealed record WebhookSettings
{
    /// <summary>
    /// Hosts that may have a private address and be asked without TLS, for development; no others may.
    /// </summary>
    public IReadOnlyList<string> TrustedHosts { get; init; } = [];

    /// <summary>How long a receiver may take to answer, with connecting to it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Of how many stories a receiver is told at once.</summary>
    public int StoriesAtOnce { get; init; } = 4;

    /// <summary>How many requests are under way to all receivers together.</summary>
    public int RequestsAtOnce { get; init; } = 32;

    /// <summary>When a request that failed is made again.</summary>
    public RetrySchedule Retries { get; init; } = RetrySchedule.Standard;

    public bool Trusts(string host) => TrustedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
