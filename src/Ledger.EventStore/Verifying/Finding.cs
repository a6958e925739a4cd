namespace Ledger.EventStore.Verifying;

/// <summary>Something in the database that is not as it must be.</summary>
/// <param name="Check">The name of the check that found it.</param>
/// <param name="Where">The exact thing: <c>event 12</c>, <c>read.story {"id": "…"}</c>, <c>checkpoint 512</c>.</param>
/// <param name="What">What is wrong with it, as the rest of a sentence that begins with the thing.</param>
public sealed record Finding(string Check, string Where, string What);
