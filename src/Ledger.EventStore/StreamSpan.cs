namespace Ledger.EventStore;

/// <summary>Streams that stand beside each other in the store's own order of streams.</summary>
/// <param name="First">The first stream; it is part of the span.</param>
/// <param name="Last">The last stream; it is part of the span.</param>
/// <param name="Events">How many events the span had when it was cut.</param>
public sealed record StreamSpan(Guid First, Guid Last, long Events);
