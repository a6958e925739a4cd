using Ledger.Web.Health;

namespace Ledger.Web.Api.Problems;

/// <summary>The addresses that problems have as their type tell what they mean.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems").WithMetadata(new ReadsNoModel()).ExcludeFromDescription();
        problems.MapGet("", () => TypedResults.Ok(ProblemTypes.All));
        problems.MapGet("/{code}", (string code) =>
            ProblemTypes.Find(code) is { } type ? TypedResults.Ok(type) : Problem.Result(ProblemTypes.NotFound));
    }
}
