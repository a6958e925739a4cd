namespace Ledger.EventStore;

/// <summary>One append to one stream.</summary>
/// <param name="StreamId">The stream, which the first append creates.</param>
/// <param name="StreamType">What kind of stream it is, in lower case: <c>story</c>. Set when it is created.</param>
/// <param name="Expected">What the writer believes of the stream.</param>
/// <param name="Events">What happened, in order; at least one.</param>
public sealed record AppendRequest(
    Guid StreamId, string StreamType, ExpectedVersion Expected, IReadOnlyList<NewEvent> Events)
{
    /// <summary>
    /// Names that this stream takes for itself, for ever, in the same transaction: <c>slug:border-post-taken</c>.
    /// </summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>
    /// The name under which this is asked for once; it commits with the events. Null asks for no such care.
    /// </summary>
    public CommandId? Command { get; init; }

    /// <summary>
    /// Words that are erased, in the same transaction, in the places that the last of the events names; it has to be
    /// one that orders an erasure. None in all other appends.
    /// </summary>
    public IReadOnlyList<string> Erases { get; init; } = [];
}

/// <summary>Where the last event of an append came to stand.</summary>
/// <param name="Version">The version of the stream after the append.</param>
/// <param name="Position">The position of the last event, or 0 when nothing was appended.</param>
public readonly record struct AppendResult(long Version, long Position);
