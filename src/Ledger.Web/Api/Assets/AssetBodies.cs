using Ledger.Application.Streams;
using Ledger.Domain.Assets;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.Projections.Assets;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Requests;

namespace Ledger.Web.Api.Assets;

/// <summary>The body that registers a picture.</summary>
internal sealed record AssetInput(string Url, string? Caption, string? Credit, string? Alt, string? Source);

/// <summary>The body that proposes a correction of a picture.</summary>
/// <param name="Severity">Absent for what the class has in this house; graver where it is named.</param>
internal sealed record AssetCorrectionInput(
    CorrectionClass Class, Severity? Severity, IReadOnlyList<Claim> Claims, string Note);

/// <summary>The body that waives what a story is owed.</summary>
internal sealed record AssetWaiverInput(Guid Story, string Reason);

/// <summary>A picture, with the stories that use it and its corrections.</summary>
/// <param name="Version">The version of the picture, which is also its ETag; 0 while it is not registered.</param>
/// <param name="Source">Where the house has it from.</param>
public sealed record AssetBody(
    Guid Id, string Url, long Version, bool Registered, string? Caption, string? Credit, string? Alt, string? Source,
    IReadOnlyList<AssetUseBody> Uses, IReadOnlyList<AssetCorrectionBody> Corrections)
{
    internal static AssetBody Of(AssetView asset) => new(
        asset.Id, asset.Url, asset.Version, asset.State.Registered is not null, asset.State.Words.Caption,
        asset.State.Words.Credit, asset.State.Words.Alt, asset.State.Registered?.Source,
        [.. asset.Uses.Select(AssetUseBody.Of)], [.. asset.State.Corrections.Select(AssetCorrectionBody.Of)]);
}

/// <summary>A picture in a story, as it stands there now.</summary>
public sealed record AssetUseBody(
    Guid Story, string Slug, string Headline, StoryStatus Status, string Language, string? Section, string Block,
    string? Caption, string? Credit, string? Alt)
{
    internal static AssetUseBody Of(AssetUseView use) => new(
        use.StoryId, use.Slug, use.Headline, use.Status, use.Language, use.Section, use.BlockId, use.Words.Caption,
        use.Words.Credit, use.Words.Alt);
}

/// <summary>A correction of a picture.</summary>
/// <param name="Reason">Why it was rejected.</param>
public sealed record AssetCorrectionBody(
    Guid Id, AssetCorrectionStatus Status, CorrectionClass Class, Severity Severity, IReadOnlyList<Claim> Claims,
    string Note, Person ProposedBy, Person? ApprovedBy, Person? RejectedBy, string? Reason,
    IReadOnlyList<AssetOutcomeBody> Outcomes)
{
    internal static AssetCorrectionBody Of(AssetCorrection correction) => new(
        correction.Id, correction.Status, correction.Proposal.Class, correction.Proposal.Severity,
        correction.Proposal.Claims, correction.Proposal.Note, correction.ProposedBy, correction.ApprovedBy,
        correction.RejectedBy, correction.Reason,
        [.. correction.Outcomes.Select(outcome => AssetOutcomeBody.Of(correction, outcome))]);
}

/// <summary>What came of a correction of a picture in one story.</summary>
/// <param name="Correction">The correction that the story got.</param>
/// <param name="Code">The rule that refused it, where it is an exception.</param>
/// <param name="Open">Whether somebody has yet to correct the story, or to waive it.</param>
/// <param name="Waived">Why the story need not be corrected.</param>
public sealed record AssetOutcomeBody(
    Guid Story, AssetResult Result, Guid? Correction, string? Code, string? Reason, bool Open, string? Waived)
{
    internal static AssetOutcomeBody Of(AssetCorrection correction, AssetOutcome outcome) => new(
        outcome.StoryId, outcome.Result, outcome.StoryCorrectionId, outcome.Code, outcome.Reason,
        correction.IsOpen(outcome),
        correction.Waivers.FirstOrDefault(waiver => waiver.StoryId == outcome.StoryId)?.Reason);
}

/// <summary>What a command on a picture came to.</summary>
/// <param name="Version">The version of the picture, which is also its ETag.</param>
/// <param name="Changed">False when all was so already and nothing was added.</param>
/// <param name="Correction">The correction that it was about; absent where it was about none.</param>
public sealed record AssetChangeBody(
    Guid Id, long Version, long Position, bool Changed, AssetCorrectionBody? Correction);

internal static class AssetAnswers
{
    /// <summary>What a command came to; <paramref name="find"/> says which correction it was about.</summary>
    public static IResult ToResult(
        this StreamOutcome<AssetState> outcome, HttpContext context, Func<AssetState, AssetCorrection?> find,
        bool creates = false)
    {
        if (outcome is StreamOutcome<AssetState>.Refused { Refusal: var refusal })
            return refusal.ToResult();

        var done = (StreamOutcome<AssetState>.Done)outcome;
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        var correction = find(done.State) is { } found ? AssetCorrectionBody.Of(found) : null;
        var body = new AssetChangeBody(done.Id, done.Version, done.Position, done.Changed, correction);
        return creates && done.Changed
            ? TypedResults.Created($"{ApiEndpoints.Root}/assets/{done.Id}", body)
            : TypedResults.Ok(body);
    }
}
