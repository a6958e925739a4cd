using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Api.Problems;

/// <summary>Makes answers of the form of RFC 9457.</summary>
internal static class Problem
{
    public const string MediaType = "application/problem+json";

    /// <summary>A problem as an endpoint's result.</summary>
    /// <param name="type">Its kind.</param>
    /// <param name="detail">One sentence about this request.</param>
    /// <param name="more">Members that a program can read, such as <c>line</c> and <c>column</c>.</param>
    public static IResult Result(ProblemType type, string? detail = null, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(Details(type, detail, more));

    /// <summary>Writes a problem as the whole answer, where there is no endpoint to return it.</summary>
    public static Task WriteAsync(
        HttpContext context, ProblemType type, string? detail = null, params (string Name, object? Value)[] more)
    {
        if (type.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";

        return Result(type, detail, more).ExecuteAsync(context);
    }

    private static ProblemDetails Details(ProblemType type, string? detail, (string Name, object? Value)[] more)
    {
        var details = new ProblemDetails
        {
            Type = type.Address,
            Title = type.Title,
            Status = type.Status,
            Detail = detail ?? type.Meaning,
        };
        foreach (var (name, value) in more)
        {
            if (value is not null)
                details.Extensions[name] = value;
        }

        return details;
    }
}
