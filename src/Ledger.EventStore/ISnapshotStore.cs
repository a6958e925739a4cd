namespace Ledger.EventStore;

/// <summary>
/// The state of a stream at one of its versions, kept so that a long stream need not be read from its start.
/// </summary>
/// <param name="Format">
/// The number of the shape of <paramref name="State"/>; raised whenever the same events would fold to another text.
/// </param>
/// <param name="Version">The version of the stream that the state contains, 1 or more.</param>
/// <param name="Position">The position of the event of that version.</param>
/// <param name="State">JSON in UTF-8.</param>
public sealed record Snapshot(int Format, long Version, long Position, byte[] State);

/// <summary>
/// Keeps the newest snapshot of each stream. All of them can be thrown away and made again from the log.
/// </summary>
public interface ISnapshotStore
{
    /// <summary>The snapshot of a stream in this format, or null when there is none.</summary>
    /// <exception cref="EventStoreUnavailableException">The database cannot be reached.</exception>
    Task<Snapshot?> FindAsync(Guid streamId, int format, CancellationToken cancellationToken);

    /// <summary>The streams that have a snapshot in this format.</summary>
    /// <exception cref="EventStoreUnavailableException">The database cannot be reached.</exception>
    Task<IReadOnlyList<Guid>> ListAsync(int format, CancellationToken cancellationToken);

    /// <summary>Keeps a snapshot, unless there is one of the same or a later version already.</summary>
    /// <exception cref="EventStoreUnavailableException">The database cannot be reached.</exception>
    Task SaveAsync(Guid streamId, Snapshot snapshot, CancellationToken cancellationToken);
}
