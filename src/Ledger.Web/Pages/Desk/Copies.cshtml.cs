using Ledger.Application.Copies;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using Ledger.Projections.Copies;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

/// <summary>The corrections that are owed to translations and syndicated copies.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class CopiesModel(CopyQueries copies, IMediator mediator) : PageModel
{
    private const int MostTasks = 100;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public Guid Copy { get; set; }

    [BindProperty]
    public Guid Correction { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Once { get; set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<CopyTask> Tasks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Tasks = await copies.ListTasksAsync(!All, correctionId: null, MostTasks, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = Do == "waive" ? CopyOutcome.Waived : CopyOutcome.Corrected;
        var request = new SettleCopy(Copy, Correction, outcome, Reason)
        {
            Actor = HttpContext.GetActor(),
            IdempotencyKey = Once,
        };
        if (await mediator.Send(request, cancellationToken) is StreamOutcome<CopyState>.Refused refused)
        {
            await OnGetAsync(cancellationToken);
            Problem = RefusalWords.Of(refused.Refusal);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        TempData["Done"] = outcome == CopyOutcome.Waived
            ? "It is noted why the copy stays as it is."
            : "The copy is noted as corrected.";
        return RedirectToPage();
    }
}
