using Ledger.Application.Drafts;
using Ledger.Application.Policies;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Reports;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Pages.Desk;

/// <summary>The composer of a correction: a new one, or a draft that is taken up again.</summary>
public sealed class CorrectModel(
    DeskServices desk, IMediator mediator, DraftDesk drafts, ReportQueries reports, PolicyDesk policies,
    TimeProvider time) : DeskPage(desk)
{
    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public DraftForm Form { get; set; } = new();

    /// <summary>The draft that is edited; null for a new correction.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Draft { get; set; }

    [BindProperty]
    public long DraftVersion { get; set; }

    /// <summary>The report that the correction answers; null where there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Report { get; set; }

    public List<ClaimRow> Rows { get; private set; } = [ClaimRow.Empty];

    /// <summary>What the note says and lacks, where it was looked at.</summary>
    public IReadOnlyList<CheckedNote> Checklist { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        Rows = ClaimRow.Read(Request.Form);
        if (Do == "add")
        {
            Rows.Add(ClaimRow.Empty);
            return Page();
        }

        if (ClassWords.Parse(Class) is not { } @class)
            return Refuse("Choose what kind of error it is.");

        try
        {
            var (claims, note) = (ClaimRow.ToClaims(Rows), FormText.Area(Note).Trim());
            return await DoAsync(story, Form.ToContent(@class, claims, note), cancellationToken);
        }
        catch (FormatException e)
        {
            return Refuse(e.Message);
        }
    }, cancellationToken);

    protected override async Task FillAsync(StoryView story, CancellationToken cancellationToken)
    {
        await FillFromReportAsync(story, cancellationToken);
        if (Draft is not { } id || await drafts.LoadAsync(id, cancellationToken) is not { Exists: true } draft
            || draft.State.StoryId != story.Id)
        {
            Draft = null;
            return;
        }

        var content = draft.State.Content!;
        (DraftVersion, Class, Note) = (draft.Version, ClassWords.Code(content.Class), content.Note);
        Form = DraftForm.Of(content);
        Rows = [.. content.Claims.Select(claim => new ClaimRow(
            claim.Wrong, claim.Right, claim.Field?.ToString() ?? ""))];
        if (Rows.Count == 0)
            Rows.Add(ClaimRow.Empty);
    }

    // What the reader saw wrong is what the editor begins with.
    private async Task FillFromReportAsync(StoryView story, CancellationToken cancellationToken)
    {
        var report = Report is { } id ? await reports.FindAsync(id, cancellationToken) : null;
        if (report?.StoryId != story.Id)
        {
            Report = null;
            return;
        }

        Class = report.Class is { } @class ? ClassWords.Code(@class) : null;
        if (report.Quote is { } quote)
            Rows = [new(quote.Exact, "", quote.Field?.ToString() ?? "")];
    }

    private async Task<IActionResult> DoAsync(
        StoryView story, DraftContent content, CancellationToken cancellationToken)
    {
        if (Do is not ("publish" or "save"))
        {
            var policy = (await policies.LoadAsync(cancellationToken)).State.Policy;
            Checklist = NoteChecklist.Check(content, story.Article, policy, story.PublishedAt, time.GetUtcNow());
            return await PreviewAsync(
                story.Id, new StoryCommand.Correct(Guid.Empty, content.Class, content.Claims, content.Note)
                { Gravity = policy.SeverityOf(content.Class) }, cancellationToken);
        }

        if (Draft is { } draft)
            return await EditAsync(draft, content, cancellationToken);

        return await SendAsync(
            new IssueCorrection(content.Class, content.Claims, content.Note)
            {
                Story = Slug,
                Actor = Actor,
                Apology = content.Apology ? true : null,
                Cause = content.Cause,
                PublishAt = content.PublishAt,
                AsDraft = Do == "save" ? true : null,
            },
            $"The {ClassWords.Of(content.Class).Label.ToLowerInvariant()} is published.", cancellationToken);
    }

    private async Task<IActionResult> EditAsync(Guid draft, DraftContent content, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(
                new EditDraft(Version, content) { Actor = Actor, Draft = draft, ExpectedVersion = DraftVersion },
                cancellationToken);
            if (outcome is StreamOutcome<DraftState>.Done && Do == "publish")
                outcome = await mediator.Send(new SubmitDraft { Actor = Actor, Draft = draft }, cancellationToken);

            if (outcome is StreamOutcome<DraftState>.Refused refused)
                return Refuse(RefusalWords.Of(refused.Refusal));

            TempData["Done"] = Do == "publish" ? "The draft is submitted." : "The draft is saved.";
            return LocalRedirect($"/desk/drafts/{draft}");
        }
        catch (WrongExpectedVersionException)
        {
            return Refuse("Somebody has changed this draft meanwhile. Open it again in another tab and compare.");
        }
    }
}
