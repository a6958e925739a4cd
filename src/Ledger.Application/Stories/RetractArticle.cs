using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record RetractArticle(string Notice) : ExistingStoryRequest;

internal sealed class RetractArticleHandler(CommandRunner runner) : IRequestHandler<RetractArticle, Outcome>
{
    public Task<Outcome> Handle(RetractArticle request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.Retract(request.Notice), cancellationToken);
}
