using Ledger.Application.Streams;
using Ledger.Domain.Assets;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Assets;

/// <summary>What every request about a picture has in common.</summary>
public abstract record AssetRequest : CommandRequest, IRequest<StreamOutcome<AssetState>>;

/// <summary>Has the desk keep account of a picture before any story uses it, or with words of its own.</summary>
/// <param name="Source">Where the house has it from.</param>
public sealed record RegisterAsset(string Url, AssetWords Words, string? Source) : AssetRequest;

/// <summary>Proposes to correct words of a picture in each story that uses it.</summary>
/// <param name="Severity">Null for what the class has in this house.</param>
/// <remarks>Where the policy of the house asks nobody to approve it, it is published with that.</remarks>
public sealed record ProposeAssetCorrection(
    Guid Asset, CorrectionClass Class, Severity? Severity, IReadOnlyList<Claim> Claims, string Note) : AssetRequest;

/// <summary>Agrees; it is published with that.</summary>
public sealed record ApproveAssetCorrection(Guid Asset, Guid Correction) : AssetRequest;

public sealed record RejectAssetCorrection(Guid Asset, Guid Correction, string Reason) : AssetRequest;

/// <summary>
/// Publishes what is approved in the stories that have not got it: all of them after a crash, and later those which
/// could not be corrected or use the picture only since.
/// </summary>
public sealed record PublishAssetCorrection(Guid Asset, Guid Correction) : AssetRequest;

/// <summary>Says why a story need not be corrected.</summary>
public sealed record WaiveAssetException(Guid Asset, Guid Correction, Guid Story, string Reason) : AssetRequest;

internal sealed class AssetHandlers(AssetDesk desk) :
    IRequestHandler<RegisterAsset, StreamOutcome<AssetState>>,
    IRequestHandler<ProposeAssetCorrection, StreamOutcome<AssetState>>,
    IRequestHandler<ApproveAssetCorrection, StreamOutcome<AssetState>>,
    IRequestHandler<RejectAssetCorrection, StreamOutcome<AssetState>>,
    IRequestHandler<PublishAssetCorrection, StreamOutcome<AssetState>>,
    IRequestHandler<WaiveAssetException, StreamOutcome<AssetState>>
{
    public Task<StreamOutcome<AssetState>> Handle(RegisterAsset request, CancellationToken cancellationToken) =>
        desk.RunAsync(
            AssetIds.OfPicture(request.Url), request,
            new AssetCommand.Register(request.Url, request.Words, request.Source), cancellationToken);

    public Task<StreamOutcome<AssetState>> Handle(
        ProposeAssetCorrection request, CancellationToken cancellationToken) =>
        desk.ProposeAsync(request, cancellationToken);

    public Task<StreamOutcome<AssetState>> Handle(
        ApproveAssetCorrection request, CancellationToken cancellationToken) =>
        desk.ApproveAsync(request, cancellationToken);

    public Task<StreamOutcome<AssetState>> Handle(
        RejectAssetCorrection request, CancellationToken cancellationToken) =>
        desk.RunAsync(
            request.Asset, request, new AssetCommand.Reject(request.Correction, request.Reason), cancellationToken);

    public Task<StreamOutcome<AssetState>> Handle(
        PublishAssetCorrection request, CancellationToken cancellationToken) =>
        desk.PublishAsync(request, cancellationToken);

    public Task<StreamOutcome<AssetState>> Handle(WaiveAssetException request, CancellationToken cancellationToken) =>
        desk.WaiveAsync(request, cancellationToken);
}
