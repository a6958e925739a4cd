using Ledger.Application.People;
using Ledger.Projections.Metrics;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;

namespace Ledger.Web.Api.Reports;

/// <summary>How a newsroom deals with its errors, in figures.</summary>
internal static class MetricsEndpoint
{
    private const int DefaultDays = 90;

    public static void MapMetrics(this IEndpointRouteBuilder reads) => reads.MapGet("/metrics", GetAsync)
        .RequireAuthorization(nameof(Permission.ReadLog))
        .Produces<MetricsView>()
        .Describes("getMetrics", "Times from report to correction, and shares; the last 90 days where none are named.");

    private static async Task<IResult> GetAsync(
        HttpContext context, MetricsQueries metrics, TimeProvider time, string? from, string? to)
    {
        var end = Parameters.Time("to", to, days: 1) ?? time.GetUtcNow();
        var start = Parameters.Time("from", from) ?? end.AddDays(-DefaultDays);
        return TypedResults.Ok(await metrics.ReadAsync(start, end, context.RequestAborted));
    }
}
