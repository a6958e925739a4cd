using System.Globalization;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages;

[ResponseCache(NoStore = true)]
public sealed class SignInModel(Sessions sessions, KeptForms forms) : PageModel
{
    private const int ShortestTyped = 20;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>A form that was sent after the session had ended, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public string? Problem { get; private set; }

    /// <summary>The form that can be sent now.</summary>
    public KeptForm? Waiting { get; private set; }

    /// <summary>Those of its fields that somebody has typed, to read and to copy.</summary>
    public IReadOnlyList<string> Typed =>
        [.. (Waiting?.Fields ?? []).Select(typed => typed.Value).Where(text => text.Length >= ShortestTyped)];

    public IActionResult OnGet() => User.ToActor() is { } actor ? Onward(actor) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (await sessions.SignInAsync(HttpContext, Name ?? "", Password ?? "", cancellationToken))
        {
            case SignInOutcome.Done done:
                Waiting = forms.Open(Kept);
                return Waiting is null || !Url.IsLocalUrl(Waiting.Address) ? Onward(done.Account.ToActor()) : Page();

            case SignInOutcome.Locked { Wait: var wait }:
                Problem = SignIns.WaitSentence(wait);
                Response.Headers.RetryAfter =
                    Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };

            default:
                Problem = "Name and password do not fit together, or the account is disabled.";
                return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private LocalRedirectResult Onward(Actor actor) => LocalRedirect(
        Url.IsLocalUrl(ReturnUrl) ? ReturnUrl!
        : actor.May(Permission.EditStories) ? "/desk"
        : actor.May(Permission.ReadLog) ? "/audit"
        : "/");
}
