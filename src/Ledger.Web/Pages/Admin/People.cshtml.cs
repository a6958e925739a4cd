using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Admin;

/// <summary>The accounts, and how another one is added.</summary>
[Authorize(nameof(Permission.ManagePeople))]
[ResponseCache(NoStore = true)]
public sealed class PeopleModel(AccountStore accounts, OneTimeLinks links) : PeoplePage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    public IReadOnlyList<Hosting.Accounts.Account> Accounts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var wanted = new NewAccount(Name?.Trim() ?? "", DisplayName?.Trim() ?? "", Roles) { Desks = DeskList };
        var added = await accounts.AddAsync(wanted, HttpContext.GetOrigin(), cancellationToken);
        await MakeLinkAsync(links, added, cancellationToken);
        (Name, DisplayName, Roles, Desks) = (null, null, [], null);
        ModelState.Clear();
        await FillAsync(cancellationToken);
        return Page();
    }, cancellationToken);

    protected override async Task FillAsync(CancellationToken cancellationToken) =>
        Accounts = await accounts.ListAsync(cancellationToken);
}
