using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.Domain.Assets;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Assets;

/// <summary>The work on pictures: each command with the policy that holds when it is asked for.</summary>
public sealed class AssetDesk(
    StreamRunner runner, StreamLoader streams, PolicyDesk policies, IAssetUses uses, AssetPublisher publisher,
    Limits limits, TimeProvider time)
{
    internal static StreamKind<AssetEvent, AssetState> Kind { get; } =
        new("asset", AssetState.Initial, (state, happened) => state.Evolve(happened));

    public Task<LoadedStream<AssetState>> LoadAsync(Guid asset, CancellationToken cancellationToken) =>
        streams.LoadAsync(Kind, asset, cancellationToken);

    internal async Task<StreamOutcome<AssetState>> RunAsync(
        Guid asset, AssetRequest request, AssetCommand command, CancellationToken cancellationToken)
    {
        var policy = await policies.FindAsync(cancellationToken);
        var by = new Person(request.Actor.Id, request.Actor.Name);
        var at = new AssetSituation(by, request.Actor.May(Permission.ApproveCorrections), policy, limits);
        return await runner.RunAsync(
            Kind, asset, request, Permission.EditStories,
            (state, _) => AssetDecider.Decide(command, state, at), cancellationToken);
    }

    internal async Task<StreamOutcome<AssetState>> ProposeAsync(
        ProposeAssetCorrection request, CancellationToken cancellationToken)
    {
        var (found, refusal) = await FindUsesAsync(request, request.Asset, null, cancellationToken);
        if (refusal is not null)
            return new StreamOutcome<AssetState>.Refused(refusal);

        var known = await LoadAsync(request.Asset, cancellationToken);
        var command = new AssetCommand.Propose(
            Guid.CreateVersion7(time.GetUtcNow()), known.State.Registered?.Url ?? (found.Count > 0 ? found[0].Url : ""),
            request.Class, request.Severity, request.Claims, request.Note, [.. found.Select(use => use.Words)]);
        var outcome = await RunAsync(request.Asset, request, command, cancellationToken);
        return outcome is StreamOutcome<AssetState>.Done { State.Corrections: [.., var proposed] }
            ? await PublishedAsync(outcome, proposed.Id, request, cancellationToken)
            : outcome;
    }

    internal async Task<StreamOutcome<AssetState>> ApproveAsync(
        ApproveAssetCorrection request, CancellationToken cancellationToken)
    {
        var (_, refusal) = await FindUsesAsync(request, request.Asset, null, cancellationToken);
        if (refusal is not null)
            return new StreamOutcome<AssetState>.Refused(refusal);

        var outcome = await RunAsync(
            request.Asset, request, new AssetCommand.Approve(request.Correction), cancellationToken);
        return await PublishedAsync(outcome, request.Correction, request, cancellationToken);
    }

    /// <exception cref="WrongExpectedVersionException">It is not at the version the request expects.</exception>
    internal async Task<StreamOutcome<AssetState>> PublishAsync(
        PublishAssetCorrection request, CancellationToken cancellationToken)
    {
        var (_, refusal) = await FindUsesAsync(request, request.Asset, null, cancellationToken);
        if (refusal is not null)
            return new StreamOutcome<AssetState>.Refused(refusal);

        var asset = await LoadAsync(request.Asset, cancellationToken);
        if (asset.Exists && request.ExpectedVersion is { } expected && expected != asset.Version)
            throw new WrongExpectedVersionException(asset.Id, ExpectedVersion.Exactly(expected), asset.Version);

        Refusal? unfit = !asset.Exists ? new AssetNotFound() : asset.State.Find(request.Correction) switch
        {
            null => new AssetCorrectionNotFound(),
            { Status: AssetCorrectionStatus.Approved or AssetCorrectionStatus.Published } => null,
            _ => new AssetCorrectionNotPublished(),
        };
        return unfit is null
            ? await publisher.PublishAsync(asset, request.Correction, request, cancellationToken)
            : new StreamOutcome<AssetState>.Refused(unfit);
    }

    internal async Task<StreamOutcome<AssetState>> WaiveAsync(
        WaiveAssetException request, CancellationToken cancellationToken)
    {
        var (_, refusal) = await FindUsesAsync(request, request.Asset, request.Story, cancellationToken);
        return refusal is null
            ? await RunAsync(
                request.Asset, request,
                new AssetCommand.Waive(request.Correction, request.Story, request.Reason), cancellationToken)
            : new StreamOutcome<AssetState>.Refused(refusal);
    }

    // A request that is sent again finishes what a crash left after the first time.
    private async Task<StreamOutcome<AssetState>> PublishedAsync(
        StreamOutcome<AssetState> outcome, Guid correction, AssetRequest because, CancellationToken cancellationToken)
    {
        if (outcome is not StreamOutcome<AssetState>.Done done)
            return outcome;

        var asset = await LoadAsync(done.Id, cancellationToken);
        return asset.State.Find(correction) is { Status: AssetCorrectionStatus.Approved }
            ? await publisher.PublishAsync(asset, correction, because, cancellationToken)
            : outcome;
    }

    // An account that is limited to desks does nothing that reaches a story of another one.
    private async Task<(IReadOnlyList<AssetUse> Uses, Refusal? Refusal)> FindUsesAsync(
        AssetRequest request, Guid asset, Guid? story, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return ([], new NotAllowed(Permission.EditStories));

        if (await uses.FindAsync(asset, cancellationToken) is not { } found)
            return ([], new AssetUsesNotKnown());

        return (found, found.Where(use => story is null || use.StoryId == story)
            .Select(use => request.Actor.RefuseSection(use.Section)).OfType<Refusal>().FirstOrDefault());
    }
}
