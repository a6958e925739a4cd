using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record ChangeHeadline(string? Headline, string? Standfirst, string? Reason) : ExistingStoryRequest;

internal sealed class ChangeHeadlineHandler(CommandRunner runner) : IRequestHandler<ChangeHeadline, Outcome>
{
    public Task<Outcome> Handle(ChangeHeadline request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.ChangeHeadline(
            request.Headline, request.Standfirst, request.Reason), cancellationToken);
}
