using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

/// <summary>Sets a password by a one-time link. To look at the page does not use the link up.</summary>
[ResponseCache(NoStore = true)]
public sealed class LinkModel(OneTimeLinks links) : PageModel
{
    [FromRoute]
    public string Text { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    public LinkHolder? Holder { get; private set; }
    public bool IsFirst => Holder is { Account: null };
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Holder = await links.FindAsync(Text, cancellationToken);
        return Holder is null ? Over() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? again, CancellationToken cancellationToken)
    {
        Holder = await links.FindAsync(Text, cancellationToken);
        if (Holder is null)
            return Over();

        try
        {
            if (password != again)
                throw new AccountException("The two passwords are not the same.");

            if (await UseAsync(password ?? "", cancellationToken) is null)
            {
                Holder = null;
                return Over();
            }

            return LocalRedirect(Sessions.SignInPath);
        }
        catch (AccountException refused)
        {
            Problem = refused.Message;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private Task<string?> UseAsync(string password, CancellationToken cancellationToken)
    {
        var by = HttpContext.GetOrigin();
        return IsFirst
            ? links.AddFirstAsync(
                Text, Name?.Trim() ?? "", DisplayName?.Trim() ?? "", password, by, cancellationToken)
            : links.SetPasswordAsync(Text, password, by, cancellationToken);
    }

    private static PageResult Over() => new() { StatusCode = StatusCodes.Status404NotFound };
}
