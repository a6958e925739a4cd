using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record ReviseArticle(Article Article, RevisionKind Kind, string? Reason) : ExistingStoryRequest;

internal sealed class ReviseArticleHandler(CommandRunner runner) : IRequestHandler<ReviseArticle, Outcome>
{
    public Task<Outcome> Handle(ReviseArticle request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.Revise(
            request.Article, request.Kind, request.Reason), cancellationToken);
}
