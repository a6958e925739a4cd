using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Api.Problems;

/// <summary>Makes answers of the form of RFC 9457.</summary>
internal static class Problem
{
    /// <summary>A problem as an endpoint's result.</summary>
    /// <param name="type">Its kind.</param>
    /// <param name="detail">One sentence about this request; null says what the kind means.</param>
    /// <param name="members">What a program can read beside, such as <c>line</c> and <c>column</c>.</param>
    public static IResult Result(
        ProblemType type, string? detail = null, IReadOnlyList<(string Name, object? Value)>? members = null)
    {
        var details = new ProblemDetails
        {
            Type = type.Address,
            Title = type.Title,
            Status = type.Status,
            Detail = detail ?? type.Meaning,
        };
        foreach (var (name, value) in members ?? [])
        {
            if (value is not null)
                details.Extensions[name] = value;
        }

        return TypedResults.Problem(details);
    }

    /// <summary>Writes a problem as the whole answer, where there is no endpoint to return it.</summary>
    public static Task WriteAsync(
        HttpContext context, ProblemType type, string? detail = null,
        IReadOnlyList<(string Name, object? Value)>? members = null)
    {
        if (type.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";

        return Result(type, detail, members).ExecuteAsync(context);
    }
}
