using System.Globalization;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Fixes;

/// <summary>Lets a proposed fix pass, and publishes it with both names.</summary>
/// <remarks>Asked again after it was approved and not published, it publishes it: once, whatever happens.</remarks>
public sealed record ApproveFix(Guid Fix) : CommandRequest, IRequest<Outcome>;

/// <summary>The fix as the change of its story that it becomes.</summary>
internal sealed record PublishFix(Article Article, string? Reason, SecondPerson People) : ExistingStoryRequest;

internal sealed class ApproveFixHandler(
    StreamRunner streams, StreamLoader loader, StoryRepository stories, CommandRunner runner, Limits limits)
    : IRequestHandler<ApproveFix, Outcome>
{
    public async Task<Outcome> Handle(ApproveFix request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.ApproveFixes))
            return new Outcome.Refused(new NotAllowed(Permission.ApproveFixes));

        var fix = (await loader.LoadAsync(FixStream.Kind, request.Fix, cancellationToken)).State;
        if (fix is null)
            return new Outcome.Refused(new FixNotFound());

        var proposed = fix.Proposed;
        var story = await stories.LoadAsync(proposed.StoryId, cancellationToken);
        if (fix.IsOpen && story.Version != proposed.StoryVersion)
            return new Outcome.Refused(new FixOutOfDate());

        var approved = await streams.RunAsync(
            FixStream.Kind, request.Fix, request, Permission.ApproveFixes,
            (now, _) => FixDecider.Decide(new FixCommand.Approve(request.Actor.Id), now, limits), cancellationToken);
        return approved is StreamOutcome<Fix?>.Refused { Refusal: var refusal }
            ? new Outcome.Refused(refusal)
            : await PublishAsync(request, proposed, cancellationToken);
    }

    private async Task<Outcome> PublishAsync(
        ApproveFix request, FixProposed proposed, CancellationToken cancellationToken)
    {
        var before = await stories.LoadAtAsync(proposed.StoryId, proposed.StoryVersion, cancellationToken);
        var people = new SecondPerson(request.Fix, proposed.ProposedBy, request.Actor.Id);
        var publish = new PublishFix(proposed.Change.ApplyTo(before.State.Current!.Article), proposed.Reason, people)
        {
            Actor = request.Actor,
            Story = proposed.StoryId.ToString(),
            ExpectedVersion = proposed.StoryVersion,
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"fix {request.Fix}"),
            CorrelationId = request.CorrelationId,
        };
        return await runner.RunAsync(
            publish,
            _ => new StoryCommand.Revise(publish.Article, RevisionKind.MinorFix, publish.Reason)
            {
                SecondPerson = people,
            },
            cancellationToken);
    }
}
