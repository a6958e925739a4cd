using Ledger.Web.Security.Outside;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ledger.Web.Security;

/// <summary>Who is asking, and what a browser may keep to prove it.</summary>
internal static class SecurityServices
{
    /// <summary>Every cookie of this site begins so; a browser without one is nobody in particular.</summary>
    public const string CookiePrefix = "ledger-";

    private const string EitherScheme = "Ledger";
    private const string SessionCookie = CookiePrefix + "session";

    public static IServiceCollection AddLedgerSecurity(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<KeptForms>();
        if (settings.IdentityProvider is { } provider)
            services.AddSingleton(provider).AddSingleton<SigningKeys>().AddSingleton<OutsideTokens>();

        services.AddLedgerAuthentication(settings);
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookiePrefix + "antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    private static void AddLedgerAuthentication(this IServiceCollection services, WebSettings settings) => services
        .AddAuthentication(EitherScheme)
        .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = SchemeOf)
        .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(BearerTokenHandler.SchemeName, null)
        .AddCookie(Sessions.Scheme, options =>
        {
            options.Cookie.Name = SessionCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = settings.SignIns.LongestSession;
            options.SlidingExpiration = false;
            options.LoginPath = Sessions.SignInPath;
            options.Events.OnValidatePrincipal = SessionChecks.ValidateAsync;
            options.Events.OnRedirectToLogin = AskToSignIn;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });

    // A program whose session has ended is not helped by a form.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (SitePaths.IsMachine(context.Request.Path))
            return context.HttpContext.ChallengeAsync(BearerTokenHandler.SchemeName);

        if (KeptForms.TryKeep(context.HttpContext))
            return Task.CompletedTask;

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    // A program brings a token to the API, a script of our pages the cookie. Pages know the cookie only.
    private static string SchemeOf(HttpContext context) =>
        SitePaths.IsMachine(context.Request.Path)
            && (context.Request.Headers.Authorization.Count > 0 || !HasSession(context))
            ? BearerTokenHandler.SchemeName
            : Sessions.Scheme;

    private static bool HasSession(HttpContext context) => context.Request.Cookies.ContainsKey(SessionCookie);
}
