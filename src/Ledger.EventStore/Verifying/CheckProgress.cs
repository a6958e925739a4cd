namespace Ledger.EventStore.Verifying;

/// <summary>How far a check has come.</summary>
/// <param name="Done">How many events, rows or other things of its kind it has looked at.</param>
/// <param name="Total">How many there are, as far as that was known when it began; 0 where it was not.</param>
public sealed record CheckProgress(string Check, long Done, long Total);
