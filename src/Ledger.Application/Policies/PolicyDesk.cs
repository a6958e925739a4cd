using Ledger.Application.Streams;
using Ledger.Domain.Policies;

namespace Ledger.Application.Policies;

/// <summary>The house policy as it holds now.</summary>
/// <param name="otherwise">What holds until a policy is adopted.</param>
public sealed class PolicyDesk(StreamLoader streams, HousePolicy otherwise)
{
    internal StreamKind<PolicyEvent, PolicyState> Kind { get; } = new(
        "policy", new(0, otherwise), (state, happened) => state.Evolve(happened));

    public Task<LoadedStream<PolicyState>> LoadAsync(CancellationToken cancellationToken) =>
        streams.LoadAsync(Kind, PolicyState.StreamId, cancellationToken);

    internal async Task<PolicyState> FindAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(cancellationToken)).State;
}
