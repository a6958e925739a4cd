namespace Ledger.Web.Health;

/// <summary>What load balancers and monitors ask.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("").WithMetadata(new ReadsNoModel());
        health.MapGet("/healthz", () => TypedResults.Text("ok"));
    }
}
