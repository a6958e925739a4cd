using Ledger.Application.Assets;
using Ledger.Application.People;
using Ledger.Formats.Changes;
using Ledger.Projections.Assets;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Assets;

/// <summary>Pictures that stories share, and their corrections.</summary>
internal static class AssetEndpoints
{
    private const int MostAssets = 200;
    private const string Asset = "/assets/{id:guid}";
    private const string Correction = Asset + "/corrections/{cid:guid}";

    public static void MapAssetReads(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/assets", ListAsync)
            .Produces<ListBody<AssetSummary>>()
            .Describes("listAssets",
                "The pictures of the stories, those used last first; with 'open=true' those that wait for somebody.");
        reads.MapGet(Asset, GetAsync)
            .Produces<AssetBody>()
            .Describes("getAsset", "A picture: where it is used, what is said there, and its corrections.");
    }

    public static void MapAssetWrites(this IEndpointRouteBuilder writes)
    {
        writes.MapPost("/assets", RegisterAsync)
            .Accepts<AssetInput>("application/json")
            .DescribesWrite("registerAsset", "Keeps account of a picture, be it used by a story or not.")
            .Produces<AssetChangeBody>()
            .Produces<AssetChangeBody>(StatusCodes.Status201Created);
        writes.MapPost(Asset + "/corrections", ProposeAsync)
            .Accepts<AssetCorrectionInput>("application/json")
            .DescribesAssetChange("proposeAssetCorrection",
                "Proposes to correct a picture in each story that uses it, or does so where the policy allows it.")
            .Produces<AssetChangeBody>(StatusCodes.Status201Created);
        writes.MapStep("approve", "approveAssetCorrection",
            "Approves a correction of a picture as a second person, and publishes it in each story.",
            (actor, id, cid) => new ApproveAssetCorrection(id, cid) { Actor = actor });
        writes.MapStep("publish", "publishAssetCorrection",
            "Tries again in those stories that could not be corrected, and in those that use the picture since.",
            (actor, id, cid) => new PublishAssetCorrection(id, cid) { Actor = actor });
        writes.MapReasoned<ReasonFile>("reject", "rejectAssetCorrection",
            "Does not approve a correction of a picture, or takes one's own back.",
            ChangeJson.ReadReason,
            (actor, id, cid, file) => new RejectAssetCorrection(id, cid, file.Reason) { Actor = actor });
        writes.MapReasoned<AssetWaiverInput, AssetWaiverFile>("waive", "waiveAssetException",
            "Says why a story that could not be corrected need not be.",
            AssetJson.ReadWaiver,
            (actor, id, cid, file) => new WaiveAssetException(id, cid, file.Story, file.Reason) { Actor = actor });
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, AssetQueries assets, string? q, bool? open, string? cursor, string? limit)
    {
        var page = await assets.ListAsync(
            cursor, Parameters.Limit(limit, MostAssets, 50), q, open == true, context.RequestAborted);
        return page.Items.ToPage(context, page.NextCursor);
    }

    private static async Task<IResult> GetAsync(HttpContext context, AssetQueries assets, Guid id)
    {
        if (await assets.FindAsync(id, context.RequestAborted) is not { } asset)
            return Problem.Result(ProblemTypes.Of("asset-not-found"));

        context.Response.Headers.ETag = Versions.ToETag(asset.Version);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(AssetBody.Of(asset));
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, IMediator mediator)
    {
        var file = AssetJson.ReadAsset(await context.ReadJsonAsync());
        var request = new RegisterAsset(file.Url, file.Words, file.Source)
        {
            Actor = context.GetActor(),
            IdempotencyKey = IdempotencyKeys.Of(context.Request),
            CorrelationId = Change.CorrelationOf(context),
        };
        return (await mediator.Send(request, context.RequestAborted)).ToResult(context, _ => null, creates: true);
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var version = Versions.FromIfMatch(context.Request);
        var file = AssetJson.ReadCorrection(await context.ReadJsonAsync());
        var request = new ProposeAssetCorrection(id, file.Class, file.Severity, file.Claims, file.Note)
        {
            Actor = context.GetActor(),
        };
        var outcome = await SendAsync(context, mediator, request, version);
        return outcome.ToResult(context, state => state.Corrections[^1], creates: true);
    }

    private static void MapStep(
        this IEndpointRouteBuilder writes, string step, string name, string summary,
        Func<Actor, Guid, Guid, AssetRequest> toRequest) => writes
        .MapPost($"{Correction}/{step}", async (HttpContext context, Guid id, Guid cid, IMediator mediator) =>
        {
            var version = Versions.FromIfMatch(context.Request);
            var outcome = await SendAsync(context, mediator, toRequest(context.GetActor(), id, cid), version);
            return outcome.ToResult(context, state => state.Find(cid));
        })
        .DescribesAssetChange(name, summary);

    private static void MapReasoned<TFile>(
        this IEndpointRouteBuilder writes, string step, string name, string summary,
        Func<ReadOnlyMemory<byte>, TFile> read, Func<Actor, Guid, Guid, TFile, AssetRequest> toRequest)
        where TFile : notnull => writes.MapReasoned<TFile, TFile>(step, name, summary, read, toRequest);

    private static void MapReasoned<TInput, TFile>(
        this IEndpointRouteBuilder writes, string step, string name, string summary,
        Func<ReadOnlyMemory<byte>, TFile> read, Func<Actor, Guid, Guid, TFile, AssetRequest> toRequest)
        where TInput : notnull => writes
        .MapPost($"{Correction}/{step}", async (HttpContext context, Guid id, Guid cid, IMediator mediator) =>
        {
            var version = Versions.FromIfMatch(context.Request);
            var request = toRequest(context.GetActor(), id, cid, read(await context.ReadJsonAsync()));
            return (await SendAsync(context, mediator, request, version)).ToResult(context, state => state.Find(cid));
        })
        .Accepts<TInput>("application/json")
        .DescribesAssetChange(name, summary);

    private static Task<Application.Streams.StreamOutcome<Domain.Assets.AssetState>> SendAsync(
        HttpContext context, IMediator mediator, AssetRequest request, long? version) => mediator.Send(
        request with
        {
            ExpectedVersion = version,
            IdempotencyKey = IdempotencyKeys.Of(context.Request),
            CorrelationId = Change.CorrelationOf(context),
        },
        context.RequestAborted);

    private static RouteHandlerBuilder DescribesAssetChange(
        this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithMetadata(new ExpectsVersion())
        .DescribesWrite(name, summary)
        .Produces<AssetChangeBody>();
}
