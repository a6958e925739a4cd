using Ledger.Application.People;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

/// <summary>Tells a person what went wrong, for whatever status the answer has; it never says how.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }
    public StatusWords Words { get; private set; } = StatusWords.Of(StatusCodes.Status500InternalServerError);
    public bool MayGoToDesk => User.ToActor()?.May(Permission.EditStories) == true;

    public void OnGet() => Show();

    // An error page answers whatever method the failed request had.
    public void OnPost() => Show();

    private void Show()
    {
        // Asked for by its own address it is a page that does not exist, like any other.
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status404NotFound;

        Status = Response.StatusCode;
        Words = StatusWords.Of(Status);
    }
}
