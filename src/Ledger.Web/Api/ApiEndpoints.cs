using Ledger.Web.Api.Problems;

namespace Ledger.Web.Api;

/// <summary>The JSON API: every address under <c>/api/v1</c>.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddLedgerApi(this IServiceCollection services) =>
        services.AddExceptionHandler<MachineExceptionHandler>();

    public static void MapLedgerApi(this IEndpointRouteBuilder app) => app.MapGroup(Root);
}
