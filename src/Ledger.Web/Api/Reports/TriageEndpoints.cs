using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Formats.Changes;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Reports;

/// <summary>Everything that the desk does with a report: its address, the form of its body, and its request.</summary>
internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder writes)
    {
        writes.Map("triage", "triageReport", "Says what kind of error it is, how grave, and who sees to it.",
            (body, actor, id) =>
            {
                var file = ReportJson.ReadTriage(body);
                return new TriageReport(file.Class, file.Severity, file.Owner, file.DueAt)
                { Actor = actor, Report = id };
            });
        writes.Map("decline", "declineReport", "Closes it without a correction, with a reason for the reporter.",
            (body, actor, id) =>
                new DeclineReport(ReportJson.ReadText(body, "reason") ?? "") { Actor = actor, Report = id });
        writes.Map("close", "closeReport", "Closes it by a published correction of its story.",
            (body, actor, id) => new CloseReport(ReportJson.ReadId(body, "correction")) { Actor = actor, Report = id });
        writes.Map("merge", "mergeReport", "Closes it because another report of the story says the same.",
            (body, actor, id) => new MergeReport(ReportJson.ReadId(body, "into")) { Actor = actor, Report = id });
        writes.Map("reopen", "reopenReport", "Opens a closed report again.",
            (body, actor, id) =>
                new ReopenReport(ReportJson.ReadText(body, "reason") ?? "") { Actor = actor, Report = id });
        writes.Map("contact-erasure", "eraseReportContact", "Forgets who reported it.",
            (_, actor, id) => new EraseContact { Actor = actor, Report = id });
    }

    private static void Map(
        this IEndpointRouteBuilder writes, string path, string name, string summary,
        Func<ReadOnlyMemory<byte>, Application.People.Actor, Guid, ReportRequest> toRequest)
    {
        writes.MapPost($"/reports/{{id:guid}}/{path}", async (
            HttpContext context, Guid id, IMediator mediator) =>
        {
            var version = Versions.FromIfMatch(context.Request);
            var request = toRequest(await context.ReadJsonAsync(), context.GetActor(), id) with
            {
                ExpectedVersion = version,
                IdempotencyKey = IdempotencyKeys.Of(context.Request),
                CorrelationId = Change.CorrelationOf(context),
            };
            return ToResult(await mediator.Send(request, context.RequestAborted), context);
        })
            .WithMetadata(new ExpectsVersion())
            .DescribesWrite(name, summary)
            .Produces<ReportChangeBody>();
    }

    private static IResult ToResult(StreamOutcome<Report?> outcome, HttpContext context)
    {
        if (outcome is StreamOutcome<Report?>.Refused { Refusal: var refusal })
            return refusal.ToResult();

        var done = (StreamOutcome<Report?>.Done)outcome;
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        return TypedResults.Ok(new ReportChangeBody(done.Id, done.Version, done.Position, done.Changed));
    }
}
