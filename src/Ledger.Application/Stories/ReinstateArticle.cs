using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record ReinstateArticle(string Notice) : ExistingStoryRequest;

internal sealed class ReinstateArticleHandler(CommandRunner runner) : IRequestHandler<ReinstateArticle, Outcome>
{
    public Task<Outcome> Handle(ReinstateArticle request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.Reinstate(request.Notice), cancellationToken);
}
