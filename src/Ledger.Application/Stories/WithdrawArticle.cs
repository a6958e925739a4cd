using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record WithdrawArticle(string Notice) : ExistingStoryRequest;

internal sealed class WithdrawArticleHandler(CommandRunner runner) : IRequestHandler<WithdrawArticle, Outcome>
{
    public Task<Outcome> Handle(WithdrawArticle request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new StoryCommand.Withdraw(request.Notice), cancellationToken);
}
