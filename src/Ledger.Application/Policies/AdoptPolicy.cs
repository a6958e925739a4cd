using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Policies;

/// <summary>Puts another policy in the place of the one that holds, as a whole.</summary>
public sealed record AdoptPolicy(HousePolicy Policy, string? Reason)
    : CommandRequest, IRequest<StreamOutcome<PolicyState>>;

internal sealed class AdoptPolicyHandler(StreamRunner runner, PolicyDesk policies, Limits limits)
    : IRequestHandler<AdoptPolicy, StreamOutcome<PolicyState>>
{
    public Task<StreamOutcome<PolicyState>> Handle(AdoptPolicy request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            policies.Kind, PolicyState.StreamId, request, Permission.ManagePolicy,
            (state, _) => PolicyDecider.Decide(
                new PolicyCommand.Adopt(request.Policy, request.Reason), state, limits),
            cancellationToken);
}
