using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Fixes;

/// <summary>Says that a proposed fix is not published, and why.</summary>
public sealed record RejectFix(Guid Fix, string? Reason) : CommandRequest, IRequest<StreamOutcome<Fix?>>;

internal sealed class RejectFixHandler(StreamRunner streams, Limits limits)
    : IRequestHandler<RejectFix, StreamOutcome<Fix?>>
{
    public Task<StreamOutcome<Fix?>> Handle(RejectFix request, CancellationToken cancellationToken) =>
        streams.RunAsync(
            FixStream.Kind, request.Fix, request, Permission.EditStories,
            (fix, _) => FixDecider.Decide(
                new FixCommand.Reject(request.Actor.Id, request.Reason), fix, limits),
            cancellationToken);
}
