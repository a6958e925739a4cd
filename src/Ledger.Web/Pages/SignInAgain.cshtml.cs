using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

/// <summary>Answers a form that was sent after its session had ended, whatever address it was sent to.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class SignInAgainModel(KeptForms kept) : PageModel
{
    public string Address { get; private set; } = "";
    public string Sealed { get; private set; } = "";

    public IActionResult OnGet() => LocalRedirect(Sessions.SignInPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!KeptForms.Has(HttpContext))
            return LocalRedirect(Sessions.SignInPath);

        var form = await KeptForms.ReadAsync(HttpContext, cancellationToken);
        (Address, Sealed) = (form.Address, kept.Seal(form));
        return new PageResult { StatusCode = StatusCodes.Status401Unauthorized };
    }
}
