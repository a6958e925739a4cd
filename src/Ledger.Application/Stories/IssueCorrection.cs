using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

public sealed record IssueCorrection(CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note)
    : ExistingStoryRequest;

internal sealed class IssueCorrectionHandler(CommandRunner runner) : IRequestHandler<IssueCorrection, Outcome>
{
    public Task<Outcome> Handle(IssueCorrection request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, now => new StoryCommand.Correct(
            Guid.CreateVersion7(now), request.Class, request.Claims, request.Note), cancellationToken);
}
