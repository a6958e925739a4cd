using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Corrections;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Reports;

/// <summary>One report, with everything that the desk can do with it.</summary>
[Authorize(nameof(Permission.HandleReports))]
public sealed class ReportModel(
    ReportQueries reports, StoryQueries stories, RevisionQueries revisions, CorrectionQueries corrections,
    IMediator mediator, ProjectionRunner projections, WebSettings settings, TimeProvider time) : PageModel
{
    private const int MostCandidates = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DeskReportForm Form { get; set; } = new();

    public string? Problem { get; private set; }
    public ReportView Report { get; private set; } = null!;
    public IReadOnlyList<ReportStepView> Steps { get; private set; } = [];
    public ReporterContact? Contact { get; private set; }

    /// <summary>The words in the story as it is now, and as it was read.</summary>
    public IReadOnlyList<QuotePlace> Now { get; private set; } = [];
    public IReadOnlyList<QuotePlace> Then { get; private set; } = [];
    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];
    public IReadOnlyList<ReportView> Others { get; private set; } = [];
    public bool IsOverdue => Report.Status.IsOpen() && Report.DueAt < time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.GetActor();
        if (Form.ToRequest(Id, actor) is not { } request)
        {
            Problem = "Choose what is to be done, and with what.";
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        try
        {
            var named = request with { ExpectedVersion = Form.Version };
            if (await mediator.Send(named, cancellationToken) is not StreamOutcome<Report?>.Refused { Refusal: var no })
                return LocalRedirect($"/desk/reports/{Id}");

            Problem = RefusalWords.Of(no);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }
        catch (WrongExpectedVersionException)
        {
            Problem = "Somebody changed this report since you opened it. It is shown as it is now; send it again.";
            return await AgainAsync(StatusCodes.Status412PreconditionFailed, cancellationToken);
        }
    }

    private async Task<IActionResult> AgainAsync(int status, CancellationToken cancellationToken)
    {
        await projections.CatchUpAsync(settings.FreshnessWait, cancellationToken);
        return await FindAsync(cancellationToken) ? new PageResult { StatusCode = status } : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(Id, cancellationToken) is not { } report)
            return false;

        Report = report;
        Steps = await reports.ListStepsAsync(Id, cancellationToken);
        Contact = await mediator.Send(new FindContact(HttpContext.GetActor(), Id), cancellationToken);
        Corrections = await corrections.ListForStoryAsync(report.StoryId, cancellationToken);
        Others = [.. (await reports.ListAsync(
            new(Open: true, Story: report.StoryId), null, MostCandidates, cancellationToken)).Items
            .Where(other => other.Id != Id)];
        if (report.Quote is { } quote)
        {
            Now = await stories.FindAsync(report.Slug, cancellationToken) is { } story
                ? QuoteSearch.Find(story.Article, quote)
                : [];
            Then = await revisions.FindAsync(report.StoryId, report.Revision, cancellationToken) is { } read
                ? QuoteSearch.Find(read.Article, quote)
                : [];
        }

        Response.Headers.CacheControl = "no-store";
        return true;
    }
}

/// <summary>What was typed, and which button was pressed.</summary>
public sealed record DeskReportForm
{
    public string? Do { get; init; }
    public long? Version { get; init; }
    public string? Class { get; init; }
    public string? Severity { get; init; }
    public string? Owner { get; init; }
    public string? Reason { get; init; }
    public Guid? Correction { get; init; }
    public Guid? Into { get; init; }

    /// <summary>The request that the form makes, or null where something was not chosen.</summary>
    internal ReportRequest? ToRequest(Guid report, Actor actor) => Do switch
    {
        "triage" when ClassWords.Parse(Class) is { } kind => new TriageReport(
            kind,
            Enum.TryParse<Severity>(Severity, out var severity) && Enum.IsDefined(severity) ? severity : null,
            FormText.Line(Owner).Trim() is { Length: > 0 } owner ? owner : null,
            null)
        { Actor = actor, Report = report },
        "decline" => new DeclineReport(FormText.Area(Reason).Trim()) { Actor = actor, Report = report },
        "reopen" => new ReopenReport(FormText.Area(Reason).Trim()) { Actor = actor, Report = report },
        "close" when Correction is { } correction => new CloseReport(correction) { Actor = actor, Report = report },
        "merge" when Into is { } into => new MergeReport(into) { Actor = actor, Report = report },
        "erase" => new EraseContact { Actor = actor, Report = report },
        _ => null,
    };
}
