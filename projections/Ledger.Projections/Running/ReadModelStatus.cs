namespace Ledger.Projections.Running;

/// <summary>How far one read model has come.</summary>
/// <param name="Position">The last position that its rows contain.</param>
/// <param name="Lag">How many events it is behind the log.</param>
/// <param name="StoppedAt">The position of the event it cannot get past, or null while it runs.</param>
/// <param name="Error">Why it stopped.</param>
public sealed record ReadModelStatus(string Name, long Position, long Lag, long? StoppedAt, string? Error);
