using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Account;

/// <summary>What everybody does for themselves: the password, the sessions, the tokens.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(
    AccountStore accounts, SessionStore sessions, SignIns signIns, TimeProvider time) : PageModel
{
    public static IReadOnlyList<int> Lifetimes { get; } = [30, 90, 365];

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty(Name = "scope")]
    public List<Scope> Scopes { get; set; } = [];

    [BindProperty]
    public int Days { get; set; } = 90;

    public Actor Actor => HttpContext.GetActor();
    public string Name => User.Identity!.Name!;
    public Guid? Here => User.SessionId();
    public DateTimeOffset Now { get; } = time.GetUtcNow();
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];
    public IReadOnlyList<TokenView> Tokens { get; private set; } = [];
    public string? Problem { get; private set; }
    public NewToken? NewToken { get; private set; }

    public bool IsChosen(Scope scope) =>
        (Scopes.Count == 0 ? TokenRequest.UsualScopes : Scopes).Contains(scope);

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public Task<IActionResult> OnPostPasswordAsync(
        string? old, string? password, string? again, CancellationToken cancellationToken) =>
        DoAsync(
            "The password is changed, and you are signed out everywhere else.",
            () => password == again
                ? signIns.ChangePasswordAsync(
                    Name, old ?? "", password ?? "", Here ?? Guid.Empty, Security.Sessions.CallerOf(HttpContext),
                    cancellationToken)
                : throw new AccountException("The two new passwords are not the same."),
            cancellationToken);

    public Task<IActionResult> OnPostEndSessionAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        "The session is ended.",
        () => sessions.EndAsync(Name, id, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) => DoAsync(
        "All your other sessions are ended.",
        () => sessions.EndAllAsync(Name, Here, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRevokeTokenAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        "The token is revoked.",
        () => accounts.RevokeTokenAsync(id, Name, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    /// <summary>Shows the token in the answer itself, since it is kept nowhere to be shown after a redirect.</summary>
    public async Task<IActionResult> OnPostCreateTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!Lifetimes.Contains(Days))
                throw new AccountException("Choose how long the token lasts.");

            NewToken = await accounts.CreateTokenAsync(
                new(Name, Description?.Trim() ?? "", Now.AddDays(Days)) { Scopes = Scopes },
                HttpContext.GetOrigin(), cancellationToken);
            (Description, Scopes) = (null, []);
            await FillAsync(cancellationToken);
            return Page();
        }
        catch (AccountException refused)
        {
            return await RefuseAsync(refused.Message, cancellationToken);
        }
    }

    private async Task<IActionResult> DoAsync(string done, Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change();
            TempData["Done"] = done;
            return LocalRedirect("/account");
        }
        catch (AccountException refused)
        {
            return await RefuseAsync(refused.Message, cancellationToken);
        }
    }

    private async Task<PageResult> RefuseAsync(string problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        await FillAsync(cancellationToken);
        return new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Sessions = await sessions.ListAsync(Name, cancellationToken);
        Tokens = [.. (await accounts.ListTokensAsync(Name, cancellationToken)).Reverse()];
    }
}
