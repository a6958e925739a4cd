using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Formats.Changes;
using Ledger.Projections.Reports;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using Ledger.Web.Withholding;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Api.Reports;

/// <summary>Reports of errors, for those who make them and for the desk's list.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/reports", ReceiveAsync)
            .AddEndpointFilter<SameOriginWrites>()
            .Accepts<ReportFile>("application/json")
            .WithMetadata(new TakesIdempotencyKey())
            .Produces<TakenBody>(StatusCodes.Status201Created)
            .Produces<ProblemDetails>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, "application/problem+json")
            .Describes("reportError", "Says that a story is wrong. Open to everybody; the receipt shows what follows.");
        app.MapGet("/reports/{receipt}", GetAsync)
            .Produces<ReceiptBody>()
            .Describes("getReport", "What became of a report, for whoever holds its receipt.");
        app.MapGet("/reports", ListAsync)
            .RequireAuthorization(nameof(Permission.HandleReports))
            .Produces<ListBody<ReportBody>>()
            .Describes("listReports", "Reports: those that are open by their deadline, others by their last change.");
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, IMediator mediator)
    {
        var file = ReportJson.ReadReport(await context.ReadJsonAsync());
        var request = new ReceiveReport(file.Story, file.Revision, file.Quote, file.Text, file.Evidence)
        {
            Actor = context.User.ToActor() ?? Actor.AnyReader,
            IdempotencyKey = IdempotencyKeys.Of(context.Request),
            CorrelationId = Change.CorrelationOf(context),
            Contact = (file.Name ?? file.Email) is null ? null : new(file.Name, file.Email),
            SentFrom = Senders.AddressOf(context),
        };
        var (outcome, receipt) = await mediator.Send(request, context.RequestAborted);
        if (outcome is StreamOutcome<Report?>.Refused { Refusal: var refusal })
            return refusal.ToResult();

        var done = (StreamOutcome<Report?>.Done)outcome;
        if (!done.Changed || done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created(
            $"{ApiEndpoints.Root}/reports/{receipt}", new TakenBody(receipt!, $"/reports/{receipt}"));
    }

    private static async Task<IResult> GetAsync(HttpContext context, ReportQueries reports, string receipt)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!Receipts.IsWellFormed(receipt)
            || await reports.FindAsync(Receipts.ToReport(receipt), context.RequestAborted) is not { } report)
            return Problem.Result(ProblemTypes.Of("report-not-found"));

        var shown = Withheld.IsFrom(context.User, report.StoryStatus) ? Withheld.Of(report) : report;
        return TypedResults.Ok(ReceiptBody.Of(
            receipt, shown, await reports.FollowAsync(report, context.RequestAborted)));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ReportQueries reports, TimeProvider time, string? open, string? status, string? @class,
        string? severity, string? owner, string? cursor, string? limit)
    {
        var filter = new ReportFilter(
            Parameters.Flag("open", open), Parameters.Word<ReportStatus>("status", status),
            Parameters.Word<CorrectionClass>("class", @class), Parameters.Word<Severity>("severity", severity), owner);
        var page = await reports.ListAsync(filter, cursor, Parameters.Limit(limit), context.RequestAborted);
        var now = time.GetUtcNow();
        return page.Items.Select(view => ReportBody.Of(view, now)).ToList().ToPage(context, page.NextCursor);
    }
}
