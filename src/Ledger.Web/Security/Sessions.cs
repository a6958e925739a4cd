using Ledger.Hosting.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ledger.Web.Security;

/// <summary>Signs people of local accounts in and out of a browser.</summary>
public sealed class Sessions(SignIns signIns, SessionStore sessions)
{
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Where somebody who is not signed in is sent; takes <c>returnUrl</c>.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Signs in and sets the cookie; no cookie where that fails.</summary>
    public async Task<SignInOutcome> SignInAsync(
        HttpContext context, string name, string password, CancellationToken cancellationToken)
    {
        var result = await signIns.SignInAsync(name, password, CallerOf(context), cancellationToken);
        if (result is SignInOutcome.Done done)
        {
            var principal = done.Account.ToPrincipal(Scheme, done.Session);
            await context.SignInAsync(Scheme, principal);

            // What is still to be shown to this request is shown to the person who has just signed in.
            context.User = principal;
        }

        return result;
    }

    /// <summary>Ends the session itself, so that a copy of its cookie is worth nothing.</summary>
    public async Task SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.SessionId() is { } id && context.User.Identity?.Name is { } name)
            await sessions.SignOutAsync(name, id, context.GetOrigin(), cancellationToken);

        await context.SignOutAsync(Scheme);
    }

    internal static Caller CallerOf(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new(context.Connection.RemoteIpAddress, agent.Length == 0 ? null : agent);
    }
}
