namespace Ledger.Followers.Webhooks;

/// <summary>A subscription to what happens in the log, told by signed requests.</summary>
/// <param name="Url">Where the requests go.</param>
/// <param name="Staff">
/// Whether it is told every event as it is logged; else of stories alone, and what the public may see.
/// </param>
/// <param name="Types">The aliases of the events that it is told of; none is all.</param>
/// <param name="PublicKey">With which its Ed25519 signatures are checked, 32 bytes; null once it was removed.</param>
public sealed record Webhook(
    Guid Id, string Name, Uri Url, bool Staff, IReadOnlyList<string> Types, DateTimeOffset CreatedAt,
    string? CreatedBy, byte[]? PublicKey)
{
    /// <summary>The name under which its checkpoint is kept.</summary>
    public string Follower => FollowerOf(Name);

    /// <summary>The checkpoint of a subscription's name.</summary>
    public static string FollowerOf(string name) => $"webhook:{name}";
}
