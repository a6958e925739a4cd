using Ledger.Application.Copies;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using Ledger.Projections.Copies;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

/// <summary>The translations and syndicated copies of one story.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class StoryCopiesModel(StoryQueries stories, CopyQueries copies, IMediator mediator) : StoryPage(stories)
{
    [BindProperty]
    public CopyKind Kind { get; set; }

    [BindProperty]
    public string? Publisher { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public Guid Copy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Once { get; set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<CopyView> Copies { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        WithStoryAsync(story => ShowAsync(story, problem: null, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(
        story => SendAsync(
            story, new LinkCopy(story.Id.ToString(), Kind, Publisher ?? "", Language, Address) { Actor = Actor },
            "The copy is linked. From now on every correction is owed to it.", cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken) => WithStoryAsync(
        story => SendAsync(
            story, new UnlinkCopy(Copy, Reason ?? "") { Actor = Actor }, "The copy is unlinked.", cancellationToken),
        cancellationToken);

    private Actor Actor => HttpContext.GetActor();

    private async Task<IActionResult> SendAsync(
        StoryView story, CopyRequest request, string done, CancellationToken cancellationToken)
    {
        if (await mediator.Send(request with { IdempotencyKey = Once }, cancellationToken)
            is StreamOutcome<CopyState>.Refused { Refusal: var refusal })
            return await ShowAsync(story, RefusalWords.Of(refusal), cancellationToken);

        TempData["Done"] = done;
        return LocalRedirect($"/desk/stories/{story.Slug}/copies");
    }

    private async Task<IActionResult> ShowAsync(
        StoryView story, string? problem, CancellationToken cancellationToken)
    {
        Copies = await copies.ListForStoryAsync(story.Id, cancellationToken);
        Problem = problem;
        return problem is null ? Page() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
