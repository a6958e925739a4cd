namespace Ledger.Web.Security;

/// <summary>What every answer tells browsers to refuse: foreign scripts, inline code, frames, guessed types.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: https:; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the answer, because an error page begins with headers emptied.
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;

            // What a browser has kept, it has kept with these.
            if (response.StatusCode != StatusCodes.Status304NotModified)
                AddTo(response.Headers);

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });

    public static void AddTo(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
