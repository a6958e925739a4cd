using Ledger.Application.Copies;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using Ledger.Formats.Changes;
using Ledger.Projections.Copies;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Copies;

/// <summary>A copy after a change of it.</summary>
/// <param name="Version">The version of the copy, which is also its ETag.</param>
/// <param name="Changed">False when all was so already and nothing was added.</param>
public sealed record CopyBody(Guid Id, Guid Story, long Version, long Position, bool Changed);

/// <summary>What only the desk is told: where a story was copied to, and which corrections are owed there.</summary>
internal static class CopyEndpoints
{
    private const int MostTasks = 500;

    public static void MapCopies(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/stories/{story}/copies", ListAsync)
            .Produces<IReadOnlyList<CopyView>>()
            .Describes("listCopies", "The translations and syndicated copies of a story.");
        desk.MapGet("/copy-tasks", ListTasksAsync)
            .Produces<IReadOnlyList<CopyTask>>()
            .Describes("listCopyTasks",
                "Corrections owed to copies, the oldest first; the settled ones too with 'all=true'.");
        desk.MapPost("/stories/{story}/copies", LinkAsync)
            .Accepts<LinkFile>("application/json")
            .DescribesCopyChange("linkCopy", "Makes a copy of a story known.");
        desk.MapCopyChange("settlements", CopyJson.ReadSettlement, "settleCopy",
            "Says that a correction was carried over to the copy, or why it need not be.",
            (copy, file, change) => new SettleCopy(copy, file.Correction, file.Outcome, file.Reason)
            {
                Actor = change.Actor,
            });
        desk.MapCopyChange("unlink", CopyJson.ReadUnlink, "unlinkCopy",
            "Ends what is owed to a copy.",
            (copy, file, change) => new UnlinkCopy(copy, file.Reason) { Actor = change.Actor });
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, StoryQueries stories, CopyQueries copies, string story)
    {
        var found = await stories.RequireAsync(story, context.RequestAborted);
        return TypedResults.Ok(await copies.ListForStoryAsync(found.Id, context.RequestAborted));
    }

    private static async Task<IResult> ListTasksAsync(
        HttpContext context, CopyQueries copies, bool? all, Guid? correction, string? limit) =>
        TypedResults.Ok(await copies.ListTasksAsync(
            all != true, correction, Parameters.Limit(limit, MostTasks, 100), context.RequestAborted));

    private static async Task<IResult> LinkAsync(HttpContext context, IMediator mediator, string story)
    {
        var file = CopyJson.ReadLink(await context.ReadJsonAsync());
        var request = new LinkCopy(story, file.Kind, file.Publisher, file.Language, file.Address)
        {
            Actor = context.GetActor(),
            IdempotencyKey = IdempotencyKeys.Of(context.Request),
            CorrelationId = Change.CorrelationOf(context),
        };
        return ToResult(await mediator.Send(request, context.RequestAborted), context);
    }

    private static void MapCopyChange<TFile>(
        this IEndpointRouteBuilder desk, string path, Func<ReadOnlyMemory<byte>, TFile> read, string name,
        string summary, Func<Guid, TFile, Change, CopyRequest> toRequest)
        where TFile : notnull => desk
        .MapPost($"/copies/{{copy:guid}}/{path}", async (HttpContext context, Guid copy, IMediator mediator) =>
        {
            var change = Change.Of(context, copy.ToString());
            var request = toRequest(copy, read(await context.ReadJsonAsync()), change) with
            {
                ExpectedVersion = change.ExpectedVersion,
                IdempotencyKey = change.IdempotencyKey,
                CorrelationId = change.CorrelationId,
            };
            return ToResult(await mediator.Send(request, context.RequestAborted), context);
        })
        .Accepts<TFile>("application/json")
        .WithMetadata(new ExpectsVersion())
        .DescribesCopyChange(name, summary);

    private static RouteHandlerBuilder DescribesCopyChange(
        this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .DescribesWrite(name, summary)
        .Produces<CopyBody>()
        .Produces<CopyBody>(StatusCodes.Status201Created);

    private static IResult ToResult(StreamOutcome<CopyState> outcome, HttpContext context)
    {
        if (outcome is StreamOutcome<CopyState>.Refused { Refusal: var refusal })
            return refusal.ToResult();

        var done = (StreamOutcome<CopyState>.Done)outcome;
        var body = new CopyBody(done.Id, done.State.Linked!.StoryId, done.Version, done.Position, done.Changed);
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        return done.Changed && done.Version == 1
            ? TypedResults.Created($"{ApiEndpoints.Root}/stories/{body.Story}/copies", body)
            : TypedResults.Ok(body);
    }
}
