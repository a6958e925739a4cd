using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

/// <summary>Puts a notice in place of a story that must not be shown any more; a standards editor does that.</summary>
/// <param name="BlockedBy">The address of whoever the removal is carried out by, for programs (RFC 7725).</param>
public sealed record RemoveForLegalReasons(string Notice, RemovalBasis Basis, string? BlockedBy)
    : ExistingStoryRequest;

internal sealed class RemoveForLegalReasonsHandler(CommandRunner runner)
    : IRequestHandler<RemoveForLegalReasons, Outcome>
{
    public Task<Outcome> Handle(RemoveForLegalReasons request, CancellationToken cancellationToken) => runner.RunAsync(
        request,
        _ => new StoryCommand.RemoveForLegalReasons(request.Notice, request.Basis, request.BlockedBy),
        cancellationToken);
}
