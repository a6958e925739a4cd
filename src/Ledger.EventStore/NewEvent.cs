namespace Ledger.EventStore;

/// <summary>An event that is to be appended.</summary>
/// <param name="Id">Unique over the whole log.</param>
/// <param name="Data">An instance of a type that the catalogue knows.</param>
/// <param name="Metadata">Who and why.</param>
public sealed record NewEvent(Guid Id, object Data, EventMetadata Metadata);
