using Microsoft.AspNetCore.Http.Extensions;

namespace Ledger.Web.Api.Requests;

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Asks for the next page as <c>cursor</c>; absent on the last.</param>
public sealed record ListBody<T>(IReadOnlyList<T> Items, string? NextCursor);

internal static class NextPage
{
    /// <summary>A page, with the address of the next one in the header <c>Link</c>.</summary>
    public static IResult ToPage<T>(this IReadOnlyList<T> items, HttpContext context, string? nextCursor)
    {
        if (nextCursor is not null)
            context.Response.Headers.Link = Link(context, "cursor", nextCursor);

        return TypedResults.Ok(new ListBody<T>(items, nextCursor));
    }

    /// <summary>The address of this request with one parameter set, as RFC 8288 writes it.</summary>
    public static string Link(HttpContext context, string parameter, string value)
    {
        var others = context.Request.Query.Where(pair => pair.Key != parameter);
        var query = new QueryBuilder(others) { { parameter, value } };
        return $"<{context.Request.Path.ToUriComponent()}{query}>; rel=\"next\"";
    }
}
