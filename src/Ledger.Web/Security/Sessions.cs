using Ledger.Hosting.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ledger.Web.Security;

/// <summary>Signs people of local accounts in and out of a browser.</summary>
public sealed class Sessions(AccountStore accounts)
{
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Where somebody who is not signed in is sent; takes <c>returnUrl</c>.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Signs in and sets the cookie; null, and no cookie, when name and password do not fit.</summary>
    public async Task<Account?> SignInAsync(
        HttpContext context, string name, string password, CancellationToken cancellationToken)
    {
        var account = await accounts.SignInAsync(name, password, cancellationToken);
        if (account is not null)
            await context.SignInAsync(Scheme, account.ToPrincipal(Scheme));

        return account;
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
