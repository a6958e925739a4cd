using Ledger.Application.People;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

public sealed class SignInModel(Sessions sessions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Failed { get; private set; }

    public IActionResult OnGet() => User.ToActor() is { } actor ? Onward(actor) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await sessions.SignInAsync(HttpContext, Name ?? "", Password ?? "", cancellationToken) is { } account)
            return Onward(account.ToActor());

        Failed = true;
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private LocalRedirectResult Onward(Actor actor) => LocalRedirect(
        Url.IsLocalUrl(ReturnUrl) ? ReturnUrl!
        : actor.May(Permission.EditStories) ? "/desk"
        : actor.May(Permission.ReadLog) ? "/audit"
        : "/");
}
