using Ledger.Application;
using Ledger.Application.Fixes;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.EventStore;
using Ledger.Projections.Fixes;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Fixes;

/// <summary>A minor fix that is more than style, to be looked at by a second person.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class FixModel(
    FixQueries fixes, StoryQueries stories, IMediator mediator, ProjectionRunner projections, WebSettings settings)
    : PageModel
{
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FixView Fix { get; private set; } = null!;

    /// <summary>What would change; null where the fix fits the story no more.</summary>
    public Preview? Preview { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ShowAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Do is not ("approve" or "reject"))
            return BadRequest();

        try
        {
            var refusal = await SendAsync(id, cancellationToken);
            if (!await ShowAsync(id, cancellationToken))
                return NotFound();

            if (refusal is null)
            {
                TempData["Done"] = Do == "approve" ? "The fix is published." : "The fix is rejected.";
                return LocalRedirect(Do == "approve" ? $"/stories/{Fix.Slug}" : $"/desk/fixes/{id}");
            }

            Problem = RefusalWords.Of(refusal);
        }
        catch (WrongExpectedVersionException)
        {
            await projections.CatchUpAsync(settings.FreshnessWait, cancellationToken);
            await ShowAsync(id, cancellationToken);
            Problem = "The story or the proposal has changed since you opened it. This is how it is now.";
        }

        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<Refusal?> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = HttpContext.GetActor();
        if (Do == "approve")
        {
            var approve = new ApproveFix(id) { Actor = actor, ExpectedVersion = Version };
            return (await mediator.Send(approve, cancellationToken) as Outcome.Refused)?.Refusal;
        }

        var reject = new RejectFix(id, Reason) { Actor = actor, ExpectedVersion = Version };
        return (await mediator.Send(reject, cancellationToken) as StreamOutcome<Domain.Fixes.Fix?>.Refused)?.Refusal;
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await fixes.FindAsync(id, cancellationToken) is not { } fix)
            return false;

        (Fix, Version) = (fix, fix.Version);
        if (fix.Status == FixStatus.Proposed && !fix.IsOutOfDate
            && await stories.FindAsync(fix.Slug, cancellationToken) is { } story
            && story.Version == fix.Fix.Proposed.StoryVersion)
            Preview = new(story.Article, fix.Fix.Proposed.Change.ApplyTo(story.Article), []);

        return true;
    }
}
