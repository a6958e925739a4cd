using Ledger.Application;
using Ledger.Application.Once;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Pages.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

/// <summary>A form that changes one story, and never one that its editor has not seen.</summary>
[Authorize(nameof(Permission.EditStories))]
public abstract class DeskPage(DeskServices desk) : StoryPage(desk.Stories)
{
    /// <summary>The version of the story that the editor has seen, with the number of its state.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The name of the form as it was shown.</summary>
    [BindProperty]
    public string? Once { get; set; }

    /// <summary>Which of the form's buttons was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why the change was refused, in a sentence.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Whether a second person has to agree before the change can be published.</summary>
    public bool NeedsSecondPerson { get; private set; }

    /// <summary>What happened to the story since the editor saw it, where something did.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>What the change would do, where the editor asked to see it first.</summary>
    public Preview? Preview { get; private set; }
    /// <summary>The reason as it is to be stored; null where none is given.</summary>
    protected string? Why => FormText.StoredArea(Reason ?? "", null);
    protected Actor Actor => HttpContext.GetActor();

    /// <summary>The article as the editor saw it; null where the form does not say so.</summary>
    protected async Task<Article?> FindSeenAsync(CancellationToken cancellationToken) =>
        (await desk.Revisions.FindAsync(Story.Id, Revision, cancellationToken))?.Article;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        (Version, Revision) = (story.Version, story.Revision);
        await FillAsync(story, cancellationToken);

        // Said before anything is typed, and again by the rule when the form is sent.
        return Actor.RefuseSection(story.Article.Section) is { } refusal
            ? Refuse(refusal.Message, StatusCodes.Status403Forbidden)
            : Page();
    }, cancellationToken);

    /// <summary>The same where something has to be looked up for it.</summary>
    protected virtual Task FillAsync(StoryView story, CancellationToken cancellationToken)
    {
        Fill(story);
        return Task.CompletedTask;
    }

    /// <summary>Puts into the form what the story says now.</summary>
    protected virtual void Fill(StoryView story)
    {
    }

    /// <summary>Brings what was typed on top of <paramref name="seen"/> up to <paramref name="current"/>.</summary>
    protected virtual IReadOnlyList<Clash> Rebase(Article seen, Article current) => [];

    /// <summary>Sends the change; what comes of it is a redirect, or this form again with all that was typed.</summary>
    protected async Task<IActionResult> SendAsync(
        ExistingStoryRequest request, string done, CancellationToken cancellationToken)
    {
        try
        {
            var named = request with { ExpectedVersion = Version, IdempotencyKey = Once };
            return await desk.Mediator.Send(named, cancellationToken) switch
            {
                Outcome.Done finished => Finish(finished, done),
                Outcome.Drafted drafted => WaitFor(drafted),
                Outcome.Refused { Refusal: NotAllowed } => Forbid(),
                Outcome.Refused { Refusal: StoryNotFound } => NotFound(),
                Outcome.Refused { Refusal: OtherDesk other } => Refuse(other.Message, StatusCodes.Status403Forbidden),

                // Gone back to after it was sent, and changed: the story that it shows is that of before.
                Outcome.Refused { Refusal: IdempotencyKeyReused } => await ShowConflictAsync(cancellationToken),
                Outcome.Refused refused => Refuse(refused.Refusal),
                var other => throw new InvalidOperationException($"A form does not know what to make of {other}."),
            };
        }
        catch (WrongExpectedVersionException)
        {
            return await ShowConflictAsync(cancellationToken);
        }
    }

    /// <summary>The form again, with what the change would do.</summary>
    protected async Task<IActionResult> PreviewAsync(
        Guid story, StoryCommand command, CancellationToken cancellationToken)
    {
        try
        {
            (Preview, var refusal) = await desk.Mediator.Send(
                new PreviewChange(story, Version, command), cancellationToken);
            return refusal is null ? Page() : Refuse(refusal);
        }
        catch (WrongExpectedVersionException)
        {
            return await ShowConflictAsync(cancellationToken);
        }
    }

    /// <summary>The form again, with what the rule says that refused.</summary>
    protected PageResult Refuse(Refusal refusal)
    {
        NeedsSecondPerson = refusal is NeedsSecondPerson;
        return Refuse(RefusalWords.Of(refusal));
    }

    /// <summary>The form again, with the sentence that says why nothing was done.</summary>
    protected PageResult Refuse(string problem, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Problem = problem;
        return new() { StatusCode = status };
    }

    /// <summary>The form again, with what happened in between; the next attempt goes on from there.</summary>
    protected async Task<IActionResult> ShowConflictAsync(CancellationToken cancellationToken)
    {
        await desk.Projections.CatchUpAsync(desk.Settings.FreshnessWait, cancellationToken);
        return await WithStoryAsync(async story =>
        {
            var seen = await desk.Revisions.FindAsync(story.Id, Revision, cancellationToken);
            var clashes = seen is null ? [] : Rebase(seen.Article, story.Article);
            Conflict = await Conflict.FindAsync(desk.Changelog, story, seen, Version, clashes, cancellationToken);
            (Version, Revision) = (story.Version, story.Revision);
            return new PageResult { StatusCode = StatusCodes.Status412PreconditionFailed };
        }, cancellationToken);
    }

    private LocalRedirectResult WaitFor(Outcome.Drafted drafted)
    {
        TempData["Done"] = drafted.Status == DraftStatus.Open
            ? "The draft is saved. Nothing of it is public."
            : "The correction is not public yet: a second person has to approve it, or its time has to come.";
        return LocalRedirect($"/desk/drafts/{drafted.DraftId}");
    }

    private LocalRedirectResult Finish(Outcome.Done finished, string done)
    {
        TempData["Done"] = finished.Changed ? done : "The story says so already, so nothing was added.";
        return LocalRedirect($"/stories/{finished.Slug}");
    }
}
