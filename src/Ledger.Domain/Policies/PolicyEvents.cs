namespace Ledger.Domain.Policies;

// These names are the stored format, as those of the stories are.

/// <summary>Something that happened to the policy of the house. There is one stream of it.</summary>
public abstract record PolicyEvent;

/// <summary>A new version of the policy, whole.</summary>
[EventType("policy_adopted")]
public sealed record PolicyAdopted(HousePolicy Policy, string? Reason) : PolicyEvent;
