using System.Diagnostics;

namespace Ledger.Domain.Policies;

/// <summary>The policy as it holds now.</summary>
/// <param name="Version">How many were adopted so far; 0 while it is the default.</param>
public sealed record PolicyState(int Version, HousePolicy Policy)
{
    /// <summary>The one stream, in every newsroom.</summary>
    public static readonly Guid StreamId = new("0190f1a0-0000-7000-8000-000000000001");

    public static PolicyState Initial { get; } = new(0, HousePolicy.Default);

    /// <exception cref="UnreachableException">The event is not known here.</exception>
    public PolicyState Evolve(PolicyEvent happened) => happened switch
    {
        PolicyAdopted e => new(Version + 1, e.Policy),
        _ => throw new UnreachableException($"{happened.GetType().Name} is not known to the fold of the policy."),
    };
}
