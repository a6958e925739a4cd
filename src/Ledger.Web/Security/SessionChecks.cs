using Ledger.Hosting.Accounts;
using Ledger.Web.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Ledger.Web.Security;

/// <summary>Looks at every request whether its session still counts.</summary>
internal static class SessionChecks
{
    private static readonly object FailureItem = new();

    /// <summary>Refuses a cookie whose session is over, however that came.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            if (await FindAsync(context) is { } account)
            {
                context.ReplacePrincipal(account.ToPrincipal(Sessions.Scheme, context.Principal?.SessionId()));
                return;
            }

            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Sessions.Scheme);
        }
        catch (Exception exception) when (Failures.IsExpected(exception))
        {
            // What fails here fails again for the error page, since an answer is kept for the whole request.
            context.RejectPrincipal();
            context.HttpContext.Items[FailureItem] = exception;
        }
    }

    /// <summary>Ends a request whose session could not be looked up; nobody is taken for signed out by that.</summary>
    public static IApplicationBuilder UseSessionFailures(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Items.TryGetValue(FailureItem, out var failure) && !IsForAnybody(context)
            ? Task.FromException((Exception)failure!)
            : next(context));

    private static bool IsForAnybody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || ErrorAnswers.IsAnsweringError(context);

    private static async Task<Account?> FindAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionStore>();
        return context.Principal?.SessionId() is { } id
            ? await sessions.FindAsync(id, context.HttpContext.RequestAborted)
            : null;
    }
}
