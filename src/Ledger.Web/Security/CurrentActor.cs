using System.Security.Claims;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;

namespace Ledger.Web.Security;

/// <summary>The way between an account, the claims of a request, and the actor that the log records.</summary>
public static class CurrentActor
{
    internal const string StampClaim = "ledger:stamp";
    private const string DisplayNameClaim = "ledger:name";

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the page or endpoint lacks its authorization.</exception>
    public static Actor GetActor(this HttpContext context) => context.User.ToActor()
        ?? throw new InvalidOperationException($"{context.Request.Path} acts for somebody, yet nobody is signed in.");

    /// <summary>Who the claims speak of, or null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } name }
            ? new Actor(
                $"user:{name}", user.FindFirstValue(DisplayNameClaim) ?? name,
                [.. user.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value))])
            : null;

    internal static ClaimsPrincipal ToPrincipal(this Account account, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(DisplayNameClaim, account.DisplayName),
            new Claim(StampClaim, account.SecurityStamp.ToString("N")),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
        ],
        scheme));
}
