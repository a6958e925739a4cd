using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Application.Drafts;

/// <summary>Brings approved drafts into the streams of their stories, each exactly once.</summary>
/// <remarks>
/// The append to the story is under a command that bears the draft's name, and the correction has the draft's id. Where
/// the process ended between that append and the note of it in the draft's own stream, publishing again finds the
/// correction there and only makes the note.
/// </remarks>
public sealed class DraftPublisher(
    CommandRunner stories, StreamRunner drafts, StoryRepository loaded, Limits limits, TimeProvider time)
{
    private static readonly Actor Program = new("system:publisher", "Ledger", [Role.Editor]);

    /// <summary>Publishes what is approved and whose time has come; anything else is left as it is.</summary>
    internal async Task<StreamOutcome<DraftState>> PublishAsync(
        StreamOutcome<DraftState>.Done draft, CommandRequest because, CancellationToken cancellationToken)
    {
        if (draft.State is not { Status: DraftStatus.Approved, Content: { } content } state
            || content.PublishAt > time.GetUtcNow())
            return draft;

        var drafter = state.Drafters[0];
        var request = new PublishCorrection(draft.Id)
        {
            Actor = new(drafter.Id, drafter.Name ?? drafter.Id, [Role.Editor]),
            Story = state.StoryId.ToString(),
            IdempotencyKey = $"draft:{draft.Id}",
            CorrelationId = because.CorrelationId,
            ClaimedAt = because.ClaimedAt,
        };
        var outcome = await stories.RunAsync(
            state.StoryId, request, _ => CommandOf(draft.Id, content, null) with
            {
                Gravity = state.Severity ?? content.Class.DefaultSeverity(),
                Review = ReviewOf(draft.Id, state),
            },
            cancellationToken);
        var story = await loaded.LoadAsync(state.StoryId, cancellationToken);
        DraftCommand command = outcome switch
        {
            Outcome.Refused { Refusal: var refusal } => new DraftCommand.Return(refusal),
            _ when story.State.Current?.FindCorrection(draft.Id) is null =>
                new DraftCommand.Return(new AlreadyCorrected()),
            _ => new DraftCommand.MarkPublished(((Outcome.Done)outcome).Version),
        };
        var note = new NotePublication
        {
            Actor = Program,
            Draft = draft.Id,
            CorrelationId = because.CorrelationId,
        };
        var noted = await drafts.RunAsync(
            DraftDesk.Kind, draft.Id, note, Permission.EditStories,
            (current, now) => DraftDecider.Decide(
                command, current, new(new(Program.Id), false, now, PolicyState.Initial, limits)),
            cancellationToken);
        return noted is StreamOutcome<DraftState>.Done done ? done with { Changed = true } : noted;
    }

    internal static StoryCommand.Correct CommandOf(Guid id, DraftContent content, HousePolicy? policy)
    {
        var command = new StoryCommand.Correct(id, content.Class, content.Claims, content.Note)
        {
            Apology = content.Apology,
        };
        return policy is null ? command : command with { Gravity = policy.SeverityOf(content.Class) };
    }

    private static CorrectionReview ReviewOf(Guid draft, DraftState state) => new(
        state.Rush is not null ? ReviewPath.Emergency
            : state.ApprovedBy is null ? ReviewPath.AtOnce
            : ReviewPath.Approved,
        draft, state.Drafters[0].Id, state.ApprovedBy?.Id, state.PolicyVersion, state.Rush?.ApproveBy);

    /// <summary>The append to the story, as it is named in the log.</summary>
    private sealed record PublishCorrection(Guid DraftId) : ExistingStoryRequest;

    private sealed record NotePublication : DraftRequest;
}

public sealed record AlreadyCorrected() : Domain.Refusal("already-corrected",
    "Another correction has put the same words right already, so there is nothing to publish.");
