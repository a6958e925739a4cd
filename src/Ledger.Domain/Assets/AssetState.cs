using System.Diagnostics;

namespace Ledger.Domain.Assets;

/// <summary>A picture that stories share, folded from its events.</summary>
public sealed record AssetState
{
    public static AssetState Initial { get; } = new();

    /// <summary>How it was registered; null while it is known by its uses alone.</summary>
    public AssetRegistered? Registered { get; init; }

    /// <summary>What the house says beside it, as corrected.</summary>
    public AssetWords Words { get; init; } = new(null, null, null);

    /// <summary>Every correction that was ever proposed, in that order.</summary>
    public IReadOnlyList<AssetCorrection> Corrections { get; init; } = [];

    /// <summary>The one that is not public yet and not rejected; there is one at a time.</summary>
    public AssetCorrection? FindPending() => Corrections.FirstOrDefault(correction => correction.IsPending);

    public AssetCorrection? Find(Guid correction) => Corrections.FirstOrDefault(each => each.Id == correction);

    /// <exception cref="UnreachableException">The event cannot follow on this state, or is not known here.</exception>
    public AssetState Evolve(AssetEvent happened) => (Registered, happened) switch
    {
        (null, AssetRegistered e) => new() { Registered = e, Words = new(e.Caption, e.Credit, e.Alt) },
        (not null, AssetCorrectionProposed e) => this with { Corrections = [.. Corrections, AssetCorrection.Of(e)] },
        (not null, AssetCorrectionCleared e) => With(e.CorrectionId, correction => correction.Evolve(e)),
        (not null, AssetCorrectionApproved e) => With(e.CorrectionId, correction => correction.Evolve(e)),
        (not null, AssetCorrectionRejected e) => With(e.CorrectionId, correction => correction.Evolve(e)),
        (not null, AssetCorrectionPublished e) => With(e.CorrectionId, correction => correction.Evolve(e)),
        (not null, AssetExceptionWaived e) => With(e.CorrectionId, correction => correction.Evolve(e)),
        (not null, AssetCaptionEdited e) => this with
        {
            Words = Words with
            {
                Caption = e.Caption is null ? Words.Caption : e.Caption.To,
                Alt = e.Alt is null ? Words.Alt : e.Alt.To,
            },
        },
        (not null, AssetCreditChanged e) => this with { Words = Words with { Credit = e.Credit.To } },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen to this picture."),
    };

    private AssetState With(Guid id, Func<AssetCorrection, AssetCorrection> change) => Find(id) is null
        ? throw new UnreachableException($"The picture has no correction {id}.")
        : this with
        {
            Corrections = [.. Corrections.Select(each => each.Id == id ? change(each) : each)],
        };
}
