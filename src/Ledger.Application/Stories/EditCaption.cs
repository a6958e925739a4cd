using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record EditCaption(string BlockId, string? Caption, string? Credit, string? Reason)
    : ExistingStoryRequest;

internal sealed class EditCaptionHandler(CommandRunner runner) : IRequestHandler<EditCaption, Outcome>
{
    public Task<Outcome> Handle(EditCaption request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.EditCaption(
            request.BlockId, request.Caption, request.Credit, request.Reason), cancellationToken);
}
