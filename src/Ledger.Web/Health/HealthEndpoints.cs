using Ledger.EventStore;
using Ledger.Followers.Storing;
using Ledger.Hosting.Witnesses;
using Ledger.Projections.Changelog;
using Ledger.Projections.Running;
using Ledger.Web.Memory;

namespace Ledger.Web.Health;

/// <summary>What load balancers and monitors ask.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").AllowAnonymous().WithMetadata(new ReadsNoModel()).ExcludeFromDescription();
        health.MapGet("/healthz", () => TypedResults.Text("ok\n"));
        health.MapGet("/readyz", ReadyAsync);
        health.MapGet("/metrics", MetricsAsync);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.FindReasonAgainstAsync(cancellationToken) is { } reason
            ? TypedResults.Text(reason + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text("ready\n");

    private static async Task<IResult> MetricsAsync(
        IEventStore store, ProjectionRunner runner, PageMemory memory, ChangelogQueries changelog,
        FollowerStore followers, WitnessReport witnesses, WitnessDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Text(
            PrometheusText.Write(
                await store.GetHeadAsync(cancellationToken), await runner.GetStatusAsync(cancellationToken),
                memory.Size, await changelog.CountUnexplainedAsync(cancellationToken),
                await followers.GetStatusAsync(cancellationToken))
            + WitnessText.Write(
                await witnesses.GetAsync(cancellationToken), await desk.ListAsync(cancellationToken)),
            PrometheusText.MediaType);
}
