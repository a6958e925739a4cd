using Ledger.Application.Fixes;
using Ledger.Application.Streams;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using Ledger.Formats.Changes;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Fixes;

/// <summary>A minor fix that waits for a second person, or does no longer.</summary>
/// <param name="Version">The version of the proposal, which is also its ETag.</param>
public sealed record FixBody(
    Guid Id, long Version, Guid StoryId, long StoryVersion, string? Reason, IReadOnlyList<ChangeFlag> Flags,
    string ProposedBy, string? ApprovedBy, string? RejectedBy, string? Rejection)
{
    internal static FixBody Of(Guid id, long version, Fix fix) => new(
        id, version, fix.Proposed.StoryId, fix.Proposed.StoryVersion, fix.Proposed.Reason,
        fix.Proposed.Substance.Flags, fix.Proposed.ProposedBy, fix.ApprovedBy, fix.Rejected?.RejectedBy,
        fix.Rejected?.Reason);
}

/// <summary>Minor fixes that are more than style: proposed by one person, approved or rejected by another.</summary>
internal static class FixEndpoints
{
    public static void MapFixes(this IEndpointRouteBuilder writes)
    {
        writes.MapPost("/stories/{story}/fixes", ProposeAsync)
            .Accepts<RevisionInput>("application/json")
            .WithMetadata(new ExpectsVersion())
            .DescribesChange("proposeFix", "Proposes a minor fix that needs a second person.");
        writes.MapGet("/fixes/{id:guid}", GetAsync)
            .Produces<FixBody>()
            .Describes("getFix", "A proposed fix: what it may alter, and who said what of it.");
        writes.MapPost("/fixes/{id:guid}/approve", ApproveAsync)
            .WithMetadata(new ExpectsVersion())
            .DescribesChange("approveFix", "Approves a proposed fix of somebody else's, and publishes it.");
        writes.MapPost("/fixes/{id:guid}/reject", RejectAsync)
            .WithMetadata(new ExpectsVersion())
            .DescribesChange("rejectFix", "Says that a proposed fix is not published, and why.");
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, string story, IMediator mediator)
    {
        var change = Change.Of(context, story);
        var file = ChangeJson.ReadRevision(await context.ReadJsonAsync());
        var outcome = await mediator.Send(
            new ProposeFix(story, file.Article, file.Reason)
            {
                Actor = change.Actor,
                ExpectedVersion = change.ExpectedVersion,
                IdempotencyKey = change.IdempotencyKey,
                CorrelationId = change.CorrelationId,
            },
            context.RequestAborted);
        return ToResult(outcome, context, isNew: true);
    }

    private static async Task<IResult> GetAsync(HttpContext context, StreamLoader streams, Guid id)
    {
        var loaded = await streams.LoadAsync(FixStream.Kind, id, context.RequestAborted);
        if (loaded.State is not { } fix)
            return Problem.Result(ProblemTypes.Of("fix-not-found"));

        context.Response.Headers.ETag = Versions.ToETag(loaded.Version);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(FixBody.Of(id, loaded.Version, fix));
    }

    private static async Task<IResult> ApproveAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var outcome = await mediator.Send(
            new ApproveFix(id)
            {
                Actor = context.GetActor(),
                ExpectedVersion = Versions.FromIfMatch(context.Request),
                IdempotencyKey = IdempotencyKeys.Of(context.Request),
                CorrelationId = Change.CorrelationOf(context),
            },
            context.RequestAborted);
        return outcome.ToResult(context, ChangeAnswers.RevisionAddress);
    }

    private static async Task<IResult> RejectAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var outcome = await mediator.Send(
            new RejectFix(id, ReportJson.ReadText(await context.ReadJsonAsync(), "reason"))
            {
                Actor = context.GetActor(),
                ExpectedVersion = Versions.FromIfMatch(context.Request),
                IdempotencyKey = IdempotencyKeys.Of(context.Request),
                CorrelationId = Change.CorrelationOf(context),
            },
            context.RequestAborted);
        return ToResult(outcome, context, isNew: false);
    }

    private static IResult ToResult(StreamOutcome<Fix?> outcome, HttpContext context, bool isNew)
    {
        if (outcome is StreamOutcome<Fix?>.Refused { Refusal: var refusal })
            return refusal.ToResult();

        var done = (StreamOutcome<Fix?>.Done)outcome;
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        var body = FixBody.Of(done.Id, done.Version, done.State!);
        return isNew && done.Changed
            ? TypedResults.Created($"{ApiEndpoints.Root}/fixes/{done.Id}", body)
            : TypedResults.Ok(body);
    }
}
