using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using MediatR;

namespace Ledger.Application.Stories;

/// <summary>
/// Issues a correction at once where the policy lets the actor do so; else it is drafted and submitted for approval.
/// </summary>
public sealed record IssueCorrection(CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note)
    : ExistingStoryRequest
{
    public bool? Apology { get; init; }

    /// <summary>How the error came about; it is kept in the draft and never made public.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The time before which it is not to be published.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Whether it is only to be written down, complete or not.</summary>
    public bool? AsDraft { get; init; }

    internal DraftContent ToContent() => new(Class, Claims, Note, Apology ?? false, Cause, PublishAt);
}

internal sealed class IssueCorrectionHandler(
    CommandRunner runner, StoryRepository stories, PolicyDesk policies, DraftDesk drafts)
    : IRequestHandler<IssueCorrection, Outcome>
{
    public async Task<Outcome> Handle(IssueCorrection request, CancellationToken cancellationToken)
    {
        var policy = await policies.FindAsync(cancellationToken);
        return PathOf(request, policy.Policy) is { } path
            ? await runner.RunAsync(request, now => new StoryCommand.Correct(
                Guid.CreateVersion7(now), request.Class, request.Claims, request.Note)
            {
                Gravity = policy.Policy.SeverityOf(request.Class),
                Apology = request.Apology ?? false,
                Review = new(path, null, request.Actor.Id, null, policy.Version),
            }, cancellationToken)
            : await DraftAsync(request, cancellationToken);
    }

    // How it may be published at once; null where a second person has to agree, or a time has to come.
    private static ReviewPath? PathOf(IssueCorrection request, HousePolicy policy) => request switch
    {
        { AsDraft: true } or { PublishAt: not null } or { Cause: not null } => null,
        _ when request.Actor.IsOperator => ReviewPath.Operator,
        _ when !request.Actor.May(Permission.EditStories) => ReviewPath.AtOnce,
        _ => policy.Approvals.For(policy.SeverityOf(request.Class)) == Approval.None ? ReviewPath.AtOnce : null,
    };

    private async Task<Outcome> DraftAsync(IssueCorrection request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return new Outcome.Refused(new NotAllowed(Permission.EditStories));

        if (await stories.FindAsync(request.Story, cancellationToken) is not { } id
            || await stories.LoadAsync(id, cancellationToken) is not { State.Current: { } current } story)
            return new Outcome.Refused(new StoryNotFound());

        if (request.ExpectedVersion is { } expected && expected != story.Version)
            throw new WrongExpectedVersionException(id, ExpectedVersion.Exactly(expected), story.Version);

        var submit = request.AsDraft != true;
        if (submit && await drafts.FirstUnfitAsync(id, Guid.Empty, request.ToContent(), cancellationToken) is { } unfit)
            return new Outcome.Refused(unfit);

        var draft = new DraftCommand.Draft(id, story.Version, request.ToContent());
        return await drafts.DraftAsync(request, draft, submit, cancellationToken) switch
        {
            StreamOutcome<DraftState>.Done { State.Status: DraftStatus.Published } done =>
                await PublishedAsync(id, done, cancellationToken),
            StreamOutcome<DraftState>.Done done => new Outcome.Drafted(
                done.Id, id, current.Slug, done.Version, done.Position, done.State.Status, done.Repeated),
            StreamOutcome<DraftState>.Refused refused => new Outcome.Refused(refused.Refusal),
            var other => throw new InvalidOperationException($"A draft came to {other}."),
        };
    }

    private async Task<Outcome> PublishedAsync(
        Guid id, StreamOutcome<DraftState>.Done draft, CancellationToken cancellationToken)
    {
        var story = await stories.LoadAsync(id, cancellationToken);
        var current = story.State.Current ?? throw new InvalidOperationException($"Story {id} is not there.");
        return new Outcome.Done(
            id, current.Slug, story.Version, story.Position, current.Revision, Changed: true, draft.Id, draft.Repeated);
    }
}
