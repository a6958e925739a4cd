using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record ChangeAttribution(
    CreditRole? Role, string? BlockId, string? From, string? To, string? Reason) : ExistingStoryRequest;

internal sealed class ChangeAttributionHandler(CommandRunner runner) : IRequestHandler<ChangeAttribution, Outcome>
{
    public Task<Outcome> Handle(ChangeAttribution request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.Attribute(
            request.Role, request.BlockId, request.From, request.To, request.Reason), cancellationToken);
}
