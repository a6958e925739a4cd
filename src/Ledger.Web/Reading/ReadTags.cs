using System.Buffers.Text;
using System.Security.Cryptography;
using Ledger.Web.Api;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Reading;

/// <summary>Gives every answer of the API that has no tag one, and 304 to those who have it already.</summary>
/// <remarks>The tag is made of the bytes, so that it changes when they do and not before.</remarks>
internal static class ReadTags
{
    public static IApplicationBuilder UseReadTags(this IApplicationBuilder app) => app.Use(next => context =>
        IsRead(context) ? TagAsync(context, next) : next(context));

    // What is followed as it happens has no end to be known by.
    private static bool IsRead(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Path.StartsWithSegments(ApiEndpoints.Root, out var rest)
        && rest != "/events/stream";

    private static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        var content = await WholeAnswers.MakeAsync(context, next);
        if (IsKnown(context, content))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            context.Response.Headers.Remove(HeaderNames.ContentType);
            return;
        }

        await WholeAnswers.SendAsync(context, content);
    }

    private static bool IsKnown(HttpContext context, ReadOnlyMemory<byte> content)
    {
        var headers = context.Response.Headers;
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            return false;

        if (headers.ETag.Count == 0)
            headers.ETag = TagOf(content);

        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-cache";

        if (headers.Vary.Count == 0)
            headers.Vary = $"{HeaderNames.Authorization}, {HeaderNames.Cookie}";

        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(seen => seen.Equals(EntityTagHeaderValue.Any)
                || seen.Compare(new(headers.ETag.ToString()), useStrongComparison: false));
    }

    private static string TagOf(ReadOnlyMemory<byte> content)
    {
        var hash = SHA256.HashData(content.Span);
        return $"\"{Base64Url.EncodeToString(hash.AsSpan(0, 16))}\"";
    }
}
