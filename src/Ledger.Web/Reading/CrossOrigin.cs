using Ledger.Web.Api;

namespace Ledger.Web.Reading;

/// <summary>Lets scripts of other sites read what everybody may: the API, the feeds, the past of stories.</summary>
/// <remarks>
/// Any site may read and none may write. No cookie goes with such a request, as the origin is <c>*</c>, so that nobody
/// is read who is signed in here; what needs a token is not for pages of others.
/// </remarks>
internal static class CrossOrigin
{
    private const string Readable = "GET, HEAD";
    private const string Sent = "Accept, Accept-Datetime, If-None-Match, Last-Event-ID";
    private const string Shown =
        "ETag, Last-Modified, Link, Location, Memento-Datetime, RateLimit, RateLimit-Policy, Retry-After, Vary";

    private static readonly string[] Roots =
        ["/openapi", "/problems", "/schemas", "/timegate", "/timemap", "/log", "/oembed"];

    private static readonly string[] Endings = [".atom", ".json", ".svg"];

    public static IApplicationBuilder UseCrossOriginReads(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsForOthers(context.Request.Path))
            return next(context);

        var request = context.Request;
        if (HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            Allow(context.Response.Headers);
            context.Response.Headers.AccessControlAllowMethods = Readable;
            context.Response.Headers.AccessControlAllowHeaders = Sent;
            context.Response.Headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.OnStarting(static state =>
            {
                Allow(((HttpResponse)state).Headers);
                return Task.CompletedTask;
            }, context.Response);
        }

        return next(context);
    });

    private static bool IsForOthers(PathString path) =>
        path.StartsWithSegments(ApiEndpoints.Root)
        || Roots.Any(root => path.StartsWithSegments(root))
        || Endings.Any(ending => path.Value!.EndsWith(ending, StringComparison.Ordinal));

    private static void Allow(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Shown;
    }
}
