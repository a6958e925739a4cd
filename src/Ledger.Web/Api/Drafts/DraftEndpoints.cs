using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Drafts;
using Ledger.Formats.Changes;
using Ledger.Projections.Drafts;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Drafts;

/// <summary>Drafts of corrections: to read them, and to bring them on their way.</summary>
internal static class DraftEndpoints
{
    private const int MostDrafts = 200;
    private const string Correction = "/stories/{story}/corrections/{cid:guid}";

    public static void MapDraftReads(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/drafts", ListAsync)
            .Produces<ListBody<DraftBody>>()
            .Describes("listDrafts", "The drafts of corrections, those that were changed last first.");
        reads.MapGet("/drafts/{id:guid}", GetAsync)
            .Produces<DraftBody>()
            .Describes("getDraft", "One draft of a correction.");
    }

    public static void MapDraftWrites(this IEndpointRouteBuilder writes)
    {
        writes.MapPut(Correction, (HttpContext context, string story, Guid cid, IMediator mediator) =>
            SendAsync(context, story, cid, mediator, async draft =>
            {
                var file = ChangeJson.ReadCorrection(await context.ReadJsonAsync());
                return new EditDraft(draft.State.BaseVersion, new DraftContent(
                    file.Class, file.Claims, file.Note, file.Apology ?? false, file.Cause, file.PublishAt))
                { Actor = context.GetActor(), Draft = cid };
            }))
            .Accepts<CorrectionInput>("application/json")
            .DescribesDraftChange("editDraft", "Rewrites a draft, which then has to be submitted again.");
        writes.MapStep("submit", "submitDraft", "Asks for the approval of a draft.",
            (actor, cid) => new SubmitDraft { Actor = actor, Draft = cid });
        writes.MapStep("approve", "approveDraft",
            "Approves a draft as a second person. What is not to wait for a time is published with that.",
            (actor, cid) => new ApproveDraft { Actor = actor, Draft = cid });
        writes.MapStep("rush", "rushDraft",
            "Publishes at once what the policy lets one editor publish; another has to approve it afterwards.",
            (actor, cid) => new RushDraft { Actor = actor, Draft = cid });
        writes.MapReasoned("reject", "rejectDraft", "Does not approve a draft, and says why.",
            (actor, cid, reason) => new RejectDraft(reason) { Actor = actor, Draft = cid });
        writes.MapReasoned("discard", "discardDraft", "Gives up a draft.",
            (actor, cid, reason) => new DiscardDraft(reason) { Actor = actor, Draft = cid });
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, DraftQueries drafts, StoryQueries stories, TimeProvider time, string? status,
        string? story)
    {
        var found = story is null ? null : await stories.RequireAsync(story, context.RequestAborted);
        var views = await drafts.ListAsync(
            Parameters.Word<DraftStatus>("status", status), found?.Id, null, MostDrafts, context.RequestAborted);
        var now = time.GetUtcNow();
        return views.Select(view => DraftBody.Of(view, now)).ToList().ToPage(context, null);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, DraftQueries drafts, TimeProvider time, Guid id)
    {
        if (await drafts.FindAsync(id, context.RequestAborted) is not { } view)
            return Problem.Result(ProblemTypes.DraftNotFound);

        return Versions.IsKnown(context, view.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(DraftBody.Of(view, time.GetUtcNow()));
    }

    private static void MapStep(
        this IEndpointRouteBuilder writes, string step, string name, string summary,
        Func<Actor, Guid, DraftRequest> toRequest) => writes
        .MapPost($"{Correction}/{step}", (HttpContext context, string story, Guid cid, IMediator mediator) =>
            SendAsync(context, story, cid, mediator, _ => Task.FromResult(toRequest(context.GetActor(), cid))))
        .DescribesDraftChange(name, summary);

    private static void MapReasoned(
        this IEndpointRouteBuilder writes, string step, string name, string summary,
        Func<Actor, Guid, string, DraftRequest> toRequest) => writes
        .MapPost($"{Correction}/{step}", (HttpContext context, string story, Guid cid, IMediator mediator) =>
            SendAsync(context, story, cid, mediator, async _ => toRequest(
                context.GetActor(), cid, ChangeJson.ReadReason(await context.ReadJsonAsync()).Reason)))
        .Accepts<ReasonFile>("application/json")
        .DescribesDraftChange(name, summary);

    private static async Task<IResult> SendAsync<TRequest>(
        HttpContext context, string story, Guid cid, IMediator mediator,
        Func<Application.Streams.LoadedStream<DraftState>, Task<TRequest>> toRequest)
        where TRequest : DraftRequest
    {
        var version = Versions.FromIfMatch(context.Request);
        var services = context.RequestServices;
        var draft = await services.GetRequiredService<DraftDesk>().LoadAsync(cid, context.RequestAborted);
        var id = await services.GetRequiredService<StoryRepository>().FindAsync(story, context.RequestAborted);
        if (!draft.Exists || draft.State.StoryId != id)
            return Problem.Result(ProblemTypes.DraftNotFound);

        var request = (DraftRequest)await toRequest(draft) with
        {
            ExpectedVersion = version,
            IdempotencyKey = IdempotencyKeys.Of(context.Request),
            CorrelationId = Change.CorrelationOf(context),
        };
        return (await mediator.Send(request, context.RequestAborted)).ToResult(context);
    }
}
