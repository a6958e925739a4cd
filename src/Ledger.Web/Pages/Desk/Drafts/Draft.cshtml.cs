using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Drafts;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Drafts;

/// <summary>One draft, to be looked at by a second pair of eyes.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class DraftModel(
    DraftQueries drafts, StoryQueries stories, PolicyDesk policies, IMediator mediator, ProjectionRunner projections,
    WebSettings settings, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DraftView Draft { get; private set; } = null!;
    public Preview? Preview { get; private set; }
    public IReadOnlyList<CheckedNote> Checklist { get; private set; } = [];

    /// <summary>Why something was refused, or why the draft could not be published now.</summary>
    public string? Problem { get; private set; }
    public bool IsOverdue { get; private set; }

    /// <summary>Whether the policy lets one editor publish it at once.</summary>
    public bool MayRush { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ShowAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var actor = HttpContext.GetActor();
            DraftRequest? request = Do switch
            {
                "submit" => new SubmitDraft { Actor = actor, Draft = id },
                "approve" => new ApproveDraft { Actor = actor, Draft = id },
                "reject" => new RejectDraft(Reason ?? "") { Actor = actor, Draft = id },
                "discard" => new DiscardDraft(Reason) { Actor = actor, Draft = id },
                "rush" => new RushDraft { Actor = actor, Draft = id },
                _ => null,
            };
            if (request is null)
                return BadRequest();

            var outcome = await mediator.Send(request with { ExpectedVersion = Version }, cancellationToken);
            if (outcome is StreamOutcome<DraftState>.Done done)
            {
                TempData["Done"] = $"{DraftWords.Of(done.State.Status)}.";
                return LocalRedirect($"/desk/drafts/{id}");
            }

            Problem = RefusalWords.Of(((StreamOutcome<DraftState>.Refused)outcome).Refusal);
        }
        catch (WrongExpectedVersionException)
        {
            await projections.CatchUpAsync(settings.FreshnessWait, cancellationToken);
            Problem = "Somebody has changed the draft since you opened it. This is how it is now: look at it again.";
        }

        var problem = Problem;
        if (!await ShowAsync(id, cancellationToken))
            return NotFound();

        Problem = problem;
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { } draft)
            return false;

        (Draft, Version, IsOverdue) = (draft, draft.Version, draft.IsOverdueAt(time.GetUtcNow()));
        var policy = (await policies.LoadAsync(cancellationToken)).State.Policy;
        var severity = policy.SeverityOf(draft.Content.Class);
        MayRush = policy.Emergency.IsOpenFor(severity)
            && draft.State.Status is DraftStatus.Open or DraftStatus.Submitted;
        if (draft.State.Status is DraftStatus.Published or DraftStatus.Discarded
            || await stories.FindAsync(draft.Slug, cancellationToken) is not { } story)
            return true;

        Checklist = NoteChecklist.Check(draft.Content, story.Article, policy, story.PublishedAt, time.GetUtcNow());
        var command = new StoryCommand.Correct(
            Guid.Empty, draft.Content.Class, draft.Content.Claims, draft.Content.Note)
        { Gravity = severity };
        try
        {
            (Preview, var refusal) = await mediator.Send(
                new PreviewChange(story.Id, story.Version, command), cancellationToken);
            Problem = refusal is null ? null : RefusalWords.Of(refusal);
        }
        catch (WrongExpectedVersionException)
        {
            Problem = "The story is changing at this moment; look again.";
        }

        return true;
    }
}
