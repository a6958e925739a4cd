using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Admin;

/// <summary>The audit of sign-ins.</summary>
[Authorize(nameof(Permission.ReadSignIns))]
[ResponseCache(NoStore = true)]
public sealed class SignInsModel(SignInAudit audit, SignInPolicy policy) : PageModel
{
    private const int NotesOnPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public TimeSpan Kept => policy.AuditKept;
    public IReadOnlyList<SignInNote> Notes { get; private set; } = [];
    public long? Older { get; private set; }
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var kind = string.IsNullOrEmpty(Kind) ? null : SignInAudit.Find(Kind);
        if (kind is null && !string.IsNullOrEmpty(Kind))
        {
            Problem = $"Nothing of the kind “{Kind}” is ever noted.";
            return;
        }

        var account = string.IsNullOrWhiteSpace(Account) ? null : Account.Trim();
        var found = await audit.ListAsync(new(account, kind, Before), NotesOnPage + 1, cancellationToken);
        Notes = [.. found.Take(NotesOnPage)];
        Older = found.Count > NotesOnPage ? Notes[^1].Id : null;
    }
}
