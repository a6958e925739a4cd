using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.Domain.Assets;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Assets;

/// <summary>Brings an approved correction of a picture into each story that uses it, exactly once.</summary>
/// <remarks>
/// The append to a story is under a command that bears the names of both, and the correction has an id that follows
/// from both. Where the process ended between two stories, publishing again finds what is there and goes on.
/// </remarks>
public sealed class AssetPublisher(
    CommandRunner stories, StreamRunner streams, StoryRepository loaded, IEventStore store, IAssetUses uses,
    Limits limits)
{
    private static readonly Actor Program = new("system:publisher", "Ledger", [Role.Editor]);

    /// <summary>Publishes it in the stories that have not got it; what they refuse is noted with the reason.</summary>
    internal async Task<StreamOutcome<AssetState>> PublishAsync(
        LoadedStream<AssetState> asset, Guid correctionId, CommandRequest because, CancellationToken cancellationToken)
    {
        if (await uses.FindAsync(asset.Id, cancellationToken) is not { } found)
            return new StreamOutcome<AssetState>.Refused(new AssetUsesNotKnown());

        var correction = asset.State.Find(correctionId)!;
        var outcomes = new List<AssetOutcome>();
        foreach (var story in Pending(correction, found))
            outcomes.Add(await PublishAsync(asset, correction, story, because, cancellationToken));

        var note = new NotePublication { Actor = Program, CorrelationId = because.CorrelationId };
        var command = new AssetCommand.MarkPublished(correctionId, outcomes);
        var at = new AssetSituation(new(Program.Id), false, PolicyState.Initial, limits);
        return await streams.RunAsync(
            AssetDesk.Kind, asset.Id, note, Permission.EditStories,
            (state, _) => AssetDecider.Decide(command, state, at), cancellationToken);
    }

    private static IEnumerable<Guid> Pending(AssetCorrection correction, IReadOnlyList<AssetUse> found)
    {
        var known = correction.Outcomes.Select(outcome => outcome.StoryId).ToHashSet();
        return found.Select(use => use.StoryId)
            .Where(story => !known.Contains(story))
            .Concat(correction.ListOpen().Select(outcome => outcome.StoryId))
            .Distinct();
    }

    private async Task<AssetOutcome> PublishAsync(
        LoadedStream<AssetState> asset, AssetCorrection correction, Guid story, CommandRequest because,
        CancellationToken cancellationToken)
    {
        var id = AssetIds.OfCorrection(correction.Id, story);
        if (await FirstForbiddenAsync(correction, story, cancellationToken) is { } forbidden)
            return Exception(story, forbidden);

        var request = new PublishPictureCorrection(correction.Id)
        {
            Actor = new(
                correction.ProposedBy.Id, correction.ProposedBy.Name ?? correction.ProposedBy.Id, [Role.Editor]),
            Story = story.ToString(),
            IdempotencyKey = $"asset:{correction.Id}:{story}",
            CorrelationId = because.CorrelationId,
            ClaimedAt = because.ClaimedAt,
        };
        var command = CommandOf(asset, correction, id);
        if (await stories.RunAsync(story, request, _ => command, cancellationToken) is Outcome.Refused refused)
            return Exception(story, refused.Refusal);

        var after = await loaded.LoadAsync(story, cancellationToken);
        return after.State.Current?.FindCorrection(id) is null
            ? new(story, AssetResult.RightAlready)
            : new(story, AssetResult.Corrected, id);
    }

    // The house wants nobody to approve corrections of a text of their own. Who may approve the rest may not know that
    // one of the stories is theirs, so that this one waits for somebody else and the rest does not.
    private async Task<Refusal?> FirstForbiddenAsync(
        AssetCorrection correction, Guid story, CancellationToken cancellationToken) =>
        correction.Proposal.Severity >= Severity.Substantive && correction.ApprovedBy is { } approver
        && (await store.FindAuthorsAsync(story, cancellationToken)).Contains(approver.Id)
            ? new FourEyes("an author of the story's text")
            : null;

    private static StoryCommand.CorrectPicture CommandOf(
        LoadedStream<AssetState> asset, AssetCorrection correction, Guid id) => new(
        asset.State.Registered!.Url, asset.Id,
        new(id, correction.Proposal.Class, correction.Proposal.Claims, correction.Proposal.Note)
        {
            Gravity = correction.Proposal.Severity,
            Review = new(
                correction.ApprovedBy is null ? ReviewPath.AtOnce : ReviewPath.Approved, null,
                correction.ProposedBy.Id, correction.ApprovedBy?.Id, correction.PolicyVersion),
        });

    private static AssetOutcome Exception(Guid story, Refusal refusal) =>
        new(story, AssetResult.Exception, null, refusal.Code, refusal.Message);

    /// <summary>The append to a story, as it is named in the log.</summary>
    private sealed record PublishPictureCorrection(Guid AssetCorrection) : ExistingStoryRequest;

    private sealed record NotePublication : AssetRequest;
}
