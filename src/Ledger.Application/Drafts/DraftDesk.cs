using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Drafts;

/// <summary>The work on drafts: each command with the policy that holds when it is asked for.</summary>
public sealed class DraftDesk(
    StreamRunner runner, StreamLoader streams, PolicyDesk policies, StoryRepository stories, IEventStore store,
    DraftPublisher publisher, Limits limits)
{
    internal static StreamKind<DraftEvent, DraftState> Kind { get; } =
        new("draft", DraftState.Initial, (state, happened) => state.Evolve(happened))
        {
            StoryOf = state => state.Exists ? state.StoryId : null,
        };

    public Task<LoadedStream<DraftState>> LoadAsync(Guid draft, CancellationToken cancellationToken) =>
        streams.LoadAsync(Kind, draft, cancellationToken);

    /// <summary>Writes a new draft, and submits it where that is asked for, in one append.</summary>
    internal async Task<StreamOutcome<DraftState>> DraftAsync(
        CommandRequest request, DraftCommand.Draft draft, bool submit, CancellationToken cancellationToken)
    {
        var policy = await policies.FindAsync(cancellationToken);
        var outcome = await runner.RunAsync(
            Kind, null, request with { ExpectedVersion = null }, Permission.EditStories,
            (state, now) => Decide(draft, submit, state, SituationOf(request.Actor, policy, now)), cancellationToken);
        return await PublishedAsync(outcome, request, cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> RunAsync(
        DraftRequest request, DraftCommand command, CancellationToken cancellationToken)
    {
        var policy = await policies.FindAsync(cancellationToken);
        return await runner.RunAsync(
            Kind, request.Draft, request, Permission.EditStories,
            (state, now) => DraftDecider.Decide(command, state, SituationOf(request.Actor, policy, now)),
            cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> SubmitAsync(
        SubmitDraft request, CancellationToken cancellationToken)
    {
        if (await FirstUnfitAsync(request, cancellationToken) is { } refusal)
            return new StreamOutcome<DraftState>.Refused(refusal);

        var outcome = await RunAsync(request, new DraftCommand.Submit(), cancellationToken);
        return await PublishedAsync(outcome, request, cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> ApproveAsync(
        ApproveDraft request, CancellationToken cancellationToken)
    {
        var draft = await LoadAsync(request.Draft, cancellationToken);
        var authors = await store.FindAuthorsAsync(draft.State.StoryId, cancellationToken);
        if (draft.State.Status == DraftStatus.Submitted
            && await FirstUnfitAsync(request, cancellationToken) is { } refusal)
            return new StreamOutcome<DraftState>.Refused(refusal);

        var outcome = await RunAsync(request, new DraftCommand.Approve(authors), cancellationToken);
        return await PublishedAsync(outcome, request, cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> RejectAsync(
        RejectDraft request, CancellationToken cancellationToken)
    {
        // A crash may have left the draft as if it were not published yet; what is public cannot be rejected.
        var draft = await LoadAsync(request.Draft, cancellationToken);
        var story = await stories.LoadAsync(draft.State.StoryId, cancellationToken);
        if (request.Actor.May(Permission.EditStories)
            && story.State.Current?.FindCorrection(request.Draft) is not null)
        {
            await publisher.PublishAsync(
                new(draft.Id, draft.State, draft.Version, draft.Position, false), request, cancellationToken);
        }

        return await RunAsync(request, new DraftCommand.Reject(request.Reason), cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> RushAsync(RushDraft request, CancellationToken cancellationToken)
    {
        if (await FirstUnfitAsync(request, cancellationToken) is { } refusal)
            return new StreamOutcome<DraftState>.Refused(refusal);

        var outcome = await RunAsync(request, new DraftCommand.Rush(), cancellationToken);
        return await PublishedAsync(outcome, request, cancellationToken);
    }

    internal async Task<StreamOutcome<DraftState>> PublishAsync(
        PublishDraft request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return new StreamOutcome<DraftState>.Refused(new NotAllowed(Permission.EditStories));

        var draft = await LoadAsync(request.Draft, cancellationToken);
        return draft.Exists
            ? await publisher.PublishAsync(
                new(draft.Id, draft.State, draft.Version, draft.Position, false), request, cancellationToken)
            : new StreamOutcome<DraftState>.Refused(new DraftNotFound());
    }

    private async Task<StreamOutcome<DraftState>> PublishedAsync(
        StreamOutcome<DraftState> outcome, CommandRequest because, CancellationToken cancellationToken) =>
        outcome is StreamOutcome<DraftState>.Done done
            ? await publisher.PublishAsync(done, because, cancellationToken)
            : outcome;

    // What could not be published as the story stands now is not handed on; the drafter is told at once.
    private async Task<Refusal?> FirstUnfitAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        var draft = await LoadAsync(request.Draft, cancellationToken);
        if (!request.Actor.May(Permission.EditStories) || draft.State is not { Content: { } content } state
            || state.Status is DraftStatus.Approved or DraftStatus.Published or DraftStatus.Discarded)
            return null;

        return await FirstUnfitAsync(state.StoryId, draft.Id, content, cancellationToken);
    }

    /// <summary>What a story would refuse of a correction, as it stands now.</summary>
    internal async Task<Refusal?> FirstUnfitAsync(
        Guid story, Guid id, DraftContent content, CancellationToken cancellationToken)
    {
        var policy = await policies.FindAsync(cancellationToken);
        var loaded = await stories.LoadAsync(story, cancellationToken);
        var decision = StoryDecider.Decide(DraftPublisher.CommandOf(id, content, policy.Policy), loaded.State, limits);
        return decision.Refusal;
    }

    private static Decision<DraftEvent> Decide(
        DraftCommand.Draft draft, bool submit, DraftState state, DraftSituation at)
    {
        var drafted = DraftDecider.Decide(draft, state, at);
        if (!submit || drafted.Refusal is not null)
            return drafted;

        var after = drafted.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
        var submitted = DraftDecider.Decide(new DraftCommand.Submit(), after, at);
        return submitted.Refusal is null ? new([.. drafted.Events, .. submitted.Events], null) : submitted;
    }

    private DraftSituation SituationOf(Actor actor, PolicyState policy, DateTimeOffset now) => new(
        new(actor.Id, actor.Name), actor.May(Permission.ApproveCorrections), now, policy, limits);
}
