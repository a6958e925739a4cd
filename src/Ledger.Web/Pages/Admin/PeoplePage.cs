using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Admin;

/// <summary>A form about accounts, which shows again what was typed when it is refused.</summary>
public abstract class PeoplePage : PageModel
{
    [BindProperty(Name = "role")]
    public List<Role> Roles { get; set; } = [];

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Desks { get; set; }

    public string? Problem { get; private set; }

    /// <summary>A link just made, which is shown this once and is kept nowhere.</summary>
    public string? Link { get; private set; }

    /// <summary>Whom the link is for.</summary>
    public string? LinkOf { get; private set; }

    protected IReadOnlyList<string> DeskList =>
        FormText.Area(Desks).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads what the page shows beside the form.</summary>
    protected abstract Task FillAsync(CancellationToken cancellationToken);

    /// <summary>Does it, or shows the form again with why not.</summary>
    protected async Task<IActionResult> TryAsync(Func<Task<IActionResult>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await change();
        }
        catch (AccountException refused)
        {
            Problem = refused.Message;
            await FillAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    protected async Task MakeLinkAsync(
        OneTimeLinks links, Hosting.Accounts.Account account, CancellationToken cancellationToken)
    {
        var text = await links.CreateAsync(account.Name, HttpContext.GetOrigin(), cancellationToken);
        (Link, LinkOf) = ($"{Request.Scheme}://{Request.Host}{OneTimeLinks.Path}{text}", account.DisplayName);
    }
}
