using System.Text.Encodings.Web;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security.Outside;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Security;

/// <summary>
/// Signs a request in by its <c>Authorization: Bearer</c> header: by a token of an account, or by one that the identity
/// provider has signed.
/// </summary>
internal sealed class BearerTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AccountStore accounts, SignInAudit audit, OutsideTokens? outside = null)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var token = header[Prefix.Length..].Trim();
        if (await accounts.FindByTokenAsync(token, Context.RequestAborted) is { } account)
            return AuthenticateResult.Success(new(account.ToPrincipal(SchemeName), SchemeName));

        if (outside is not null && await outside.FindAsync(token, Context.RequestAborted) is { } actor)
            return AuthenticateResult.Success(new(actor.ToPrincipal(actor.Id, SchemeName), SchemeName));

        await audit.NoteRefusalAsync(
            SignInKind.TokenRefused, null, Sessions.CallerOf(Context).As(null), null, Context.RequestAborted);
        return AuthenticateResult.Fail("The token is not valid.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // RFC 6750: the error is named only where a token was presented.
        var presented = !StringValues.IsNullOrEmpty(Request.Headers.Authorization);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] =
            presented ? "Bearer realm=\"ledger\", error=\"invalid_token\"" : "Bearer realm=\"ledger\"";
        return Task.CompletedTask;
    }
}
