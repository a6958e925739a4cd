namespace Ledger.Followers;

/// <summary>How far one follower has come.</summary>
/// <param name="Position">Up to where the log was looked through for what it wants.</param>
/// <param name="Lag">How many events of the log it has not looked at yet.</param>
/// <param name="Waiting">How many events are to be handed over, parked ones left out.</param>
/// <param name="Parked">How many events have failed so often that somebody has to look.</param>
/// <param name="WaitingSince">Since when the oldest of the waiting waits; null where none does.</param>
/// <param name="Paused">Whether nothing is handed over until somebody resumes it.</param>
/// <param name="Error">Why it stands or was refused, or the last failure of what waits; null where all is well.</param>
public sealed record FollowerStatus(
    string Name, long Position, long Lag, long Waiting, long Parked, DateTimeOffset? WaitingSince, bool Paused,
    string? Error);

/// <summary>An event that failed so often that nobody tries it any more.</summary>
/// <param name="Stream">Whose later events wait for it.</param>
/// <param name="Held">How many later events of the stream wait for it.</param>
/// <param name="Error">What came of the last attempt.</param>
public sealed record ParkedDelivery(long Position, Guid Stream, int Attempts, DateTimeOffset Since, long Held,
    string Error);
