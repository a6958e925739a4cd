using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using MediatR;

namespace Ledger.Application.Fixes;

/// <summary>Asks for a second person where a minor fix is more than style.</summary>
/// <param name="Story">The story's id or any slug it has had.</param>
public sealed record ProposeFix(string Story, Article Article, string? Reason)
    : CommandRequest, IRequest<StreamOutcome<Fix?>>;

internal sealed class ProposeFixHandler(StreamRunner streams, StoryRepository stories, Limits limits)
    : IRequestHandler<ProposeFix, StreamOutcome<Fix?>>
{
    /// <exception cref="WrongExpectedVersionException">The story is not at the version that was seen.</exception>
    public async Task<StreamOutcome<Fix?>> Handle(ProposeFix request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return Refused(new NotAllowed(Permission.EditStories));

        if (await stories.FindAsync(request.Story, cancellationToken) is not { } id)
            return Refused(new StoryNotFound());

        var story = await stories.LoadAsync(id, cancellationToken);
        if (request.ExpectedVersion is { } expected && expected != story.Version)
            throw new WrongExpectedVersionException(id, ExpectedVersion.Exactly(expected), story.Version);

        // The rules of a story say what the change would be; who is to approve it is not known yet.
        var decision = StoryDecider.Decide(
            new StoryCommand.Revise(request.Article, RevisionKind.MinorFix, request.Reason)
            {
                SecondPerson = new(Guid.Empty, request.Actor.Id, ""),
            },
            story.State, limits);
        if (decision.Refusal is { } refusal)
            return Refused(refusal);

        return decision.Events is [ArticleRevised { Substance: { } substance } revised]
            ? await streams.RunAsync(
                FixStream.Kind, null, request with { ExpectedVersion = null }, Permission.EditStories,
                (fix, _) => FixDecider.Decide(
                    new FixCommand.Propose(new(
                        id, story.Version, revised.Reason, revised.Change, substance, request.Actor.Id)),
                    fix, limits),
                cancellationToken)
            : Refused(new FixNeedsNobody());
    }

    private static StreamOutcome<Fix?>.Refused Refused(Refusal refusal) => new(refusal);
}
