using System.Security.Claims;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;

namespace Ledger.Web.Security;

/// <summary>The way between an account, the claims of a request, and the actor that the log records.</summary>
public static class CurrentActor
{
    private const string SessionClaim = "ledger:session";
    private const string DisplayNameClaim = "ledger:name";

    // By this claim alone the forms of the site know whom they were made for; without it, by all of them, and a form
    // would be refused when a role or a desk has changed since.
    private const string ActorClaim = ClaimTypes.NameIdentifier;
    private const string DeskClaim = "ledger:desk";
    private const string ScopeClaim = "ledger:scope";

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the page or endpoint lacks its authorization.</exception>
    public static Actor GetActor(this HttpContext context) => context.User.ToActor()
        ?? throw new InvalidOperationException($"{context.Request.Path} acts for somebody, yet nobody is signed in.");

    /// <summary>Who asks and from where, as the audit of sign-ins has it.</summary>
    public static Origin GetOrigin(this HttpContext context) =>
        Sessions.CallerOf(context).As(context.User.ToActor()?.Id);

    /// <summary>Who the claims speak of, or null when nobody is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } name }
            ? new Actor(
                user.FindFirstValue(ActorClaim) ?? $"user:{name}", user.FindFirstValue(DisplayNameClaim) ?? name,
                [.. user.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value))])
            {
                Desks = [.. user.FindAll(DeskClaim).Select(claim => claim.Value)],
                Scopes = user.FindFirst(ScopeClaim) is null
                    ? null
                    : [.. user.FindAll(ScopeClaim).Select(claim => Enum.Parse<Scope>(claim.Value))],
            }
            : null;

    /// <summary>The session of a browser; null where there is none.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    internal static ClaimsPrincipal ToPrincipal(this Account account, string scheme, Guid? session = null) =>
        account.ToActor().ToPrincipal(account.Name, scheme, session);

    internal static ClaimsPrincipal ToPrincipal(
        this Actor actor, string name, string scheme, Guid? session = null) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, name),
            new Claim(DisplayNameClaim, actor.Name),
            new Claim(ActorClaim, actor.Id),
            .. session is { } id ? [new Claim(SessionClaim, id.ToString("N"))] : Array.Empty<Claim>(),
            .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            .. actor.Desks.Select(desk => new Claim(DeskClaim, desk)),
            .. (actor.Scopes ?? []).Select(scope => new Claim(ScopeClaim, scope.ToString())),
        ],
        scheme));
}
