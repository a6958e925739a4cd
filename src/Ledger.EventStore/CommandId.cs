namespace Ledger.EventStore;

/// <summary>The name under which a caller asks for something once, however often it has to ask.</summary>
/// <param name="Id">Who asks and the caller's own key, 1 or more characters; unique over the whole log.</param>
/// <param name="Fingerprint">A hash of what is asked for, by which a repetition is told from a mix-up.</param>
public sealed record CommandId(string Id, ReadOnlyMemory<byte> Fingerprint)
{
    /// <summary>Whether both ask for the same under the same name.</summary>
    public bool AsksTheSameAs(CommandId other) =>
        Id == other.Id && Fingerprint.Span.SequenceEqual(other.Fingerprint.Span);
}

/// <summary>What the append of a command came to; it is kept for ever, beside the log.</summary>
/// <param name="StreamId">The stream that was appended to.</param>
/// <param name="Version">The version of the stream after the append.</param>
/// <param name="Position">The position of the last of the command's events.</param>
public sealed record CommandReceipt(CommandId Command, Guid StreamId, long Version, long Position);
