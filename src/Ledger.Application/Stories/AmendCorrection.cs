using Ledger.Application.People;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

/// <summary>Gives a published correction another note; a standards editor does that.</summary>
public sealed record AmendCorrection(Guid Correction, string Note, string? Reason) : ExistingStoryRequest;

/// <summary>Takes a published correction back; a standards editor does that.</summary>
public sealed record WithdrawCorrection(Guid Correction, string Reason) : ExistingStoryRequest;

internal sealed class AmendCorrectionHandler(CommandRunner runner) :
    IRequestHandler<AmendCorrection, Outcome>, IRequestHandler<WithdrawCorrection, Outcome>
{
    public Task<Outcome> Handle(AmendCorrection request, CancellationToken cancellationToken) =>
        RunAsync(request, new StoryCommand.AmendCorrection(
            request.Correction, request.Note, request.Reason), cancellationToken);

    public Task<Outcome> Handle(WithdrawCorrection request, CancellationToken cancellationToken) =>
        RunAsync(request, new StoryCommand.WithdrawCorrection(request.Correction, request.Reason), cancellationToken);

    private async Task<Outcome> RunAsync(
        ExistingStoryRequest request, StoryCommand command, CancellationToken cancellationToken) =>
        request.Actor.May(Permission.ApproveCorrections)
            ? await runner.RunAsync(request, _ => command, cancellationToken)
            : new Outcome.Refused(new NotAllowed(Permission.ApproveCorrections));
}
