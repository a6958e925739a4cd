using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Domain.Policies;
using Ledger.EventStore;
using Ledger.Formats;
using Ledger.Formats.Changes;
using Ledger.Projections.Policies;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Admin;

/// <summary>The rules of the house for corrections, and every version of them.</summary>
[Authorize(nameof(Permission.ManagePolicy))]
public sealed class PolicyModel(PolicyDesk policies, PolicyQueries versions, IMediator mediator) : PageModel
{
    private const int MostVersions = 50;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public HousePolicy Policy { get; private set; } = HousePolicy.Default;
    public IReadOnlyList<PolicyView> Versions { get; private set; } = [];
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Text = PolicyJson.Write(Policy);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            var file = PolicyJson.Read(System.Text.Encoding.UTF8.GetBytes(FormText.Area(Text)));
            var outcome = await mediator.Send(
                new AdoptPolicy(file.Policy, FormText.StoredArea(Reason ?? "", null))
                { Actor = HttpContext.GetActor(), ExpectedVersion = Version },
                cancellationToken);
            if (outcome is StreamOutcome<PolicyState>.Done)
            {
                TempData["Done"] = "The policy holds from now on.";
                return LocalRedirect("/admin/policy");
            }

            Problem = ((StreamOutcome<PolicyState>.Refused)outcome).Refusal.Message;
        }
        catch (InputFormatException e)
        {
            Problem = e.Message;
        }
        catch (WrongExpectedVersionException)
        {
            Problem = "Somebody else has adopted a policy meanwhile; look at it first.";
        }

        await ShowAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var loaded = await policies.LoadAsync(cancellationToken);
        (Policy, Version) = (loaded.State.Policy, loaded.Version);
        Versions = await versions.ListAsync(MostVersions, cancellationToken);
    }
}
