using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record ChangeSlug(string Slug, string? Reason) : ExistingStoryRequest;

internal sealed class ChangeSlugHandler(CommandRunner runner) : IRequestHandler<ChangeSlug, Outcome>
{
    public Task<Outcome> Handle(ChangeSlug request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.ChangeSlug(request.Slug, request.Reason), cancellationToken);
}
