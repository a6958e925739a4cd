using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Ledger.Web.Pages.Admin;

/// <summary>One account, and all that can be done about it.</summary>
[Authorize(nameof(Permission.ManagePeople))]
[ResponseCache(NoStore = true)]
public sealed class PersonModel(
    AccountStore accounts, SessionStore sessions, OneTimeLinks links, TimeProvider time) : PeoplePage
{
    [FromRoute]
    public string Name { get; set; } = "";

    public Hosting.Accounts.Account Account { get; private set; } = null!;
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];
    public IReadOnlyList<TokenView> Tokens { get; private set; } = [];
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Finds the account before anything is done about it.</summary>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await accounts.FindAsync(Name, HttpContext.RequestAborted) is { } account)
        {
            Account = account;
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        FillForms();
        await FillAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken) => ChangeAsync(
        "The roles are saved.",
        () => accounts.SetRolesAsync(Name, Roles, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDesksAsync(CancellationToken cancellationToken) => ChangeAsync(
        "The desks are saved.",
        () => accounts.SetDesksAsync(Name, DeskList, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => ChangeAsync(
        "The account is disabled.",
        () => accounts.DisableAsync(Name, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) => ChangeAsync(
        "The account is open again.",
        () => accounts.EnableAsync(Name, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEndSessionAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(
        "The session is ended.",
        () => sessions.EndAsync(Name, id, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRevokeTokenAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(
        "The token is revoked.",
        () => accounts.RevokeTokenAsync(id, Name, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await MakeLinkAsync(links, Account, cancellationToken);
        FillForms();
        await FillAsync(cancellationToken);
        return Page();
    }, cancellationToken);

    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        Sessions = await sessions.ListAsync(Name, cancellationToken);
        Tokens = [.. (await accounts.ListTokensAsync(Name, cancellationToken)).Where(token => !token.IsOver(Now))];
    }

    private Task<IActionResult> ChangeAsync(string done, Func<Task> change, CancellationToken cancellationToken) =>
        TryAsync(async () =>
        {
            await change();
            TempData["Done"] = done;
            return LocalRedirect($"/admin/people/{Name}");
        }, cancellationToken);

    private void FillForms() => (Roles, Desks) = ([.. Account.Roles], string.Join('\n', Account.Desks));
}
