using Ledger.Application.People;
using Ledger.Domain.Stories;
using Ledger.Projections.Reports;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Reports;

/// <summary>The queue of reports: what waits for the desk, the most urgent first.</summary>
[Authorize(nameof(Permission.HandleReports))]
public sealed class IndexModel(ReportQueries reports, TimeProvider time) : PageModel
{
    private const int ReportsOnPage = 30;

    /// <summary><c>open</c>, <c>overdue</c>, <c>closed</c> or <c>all</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "open";

    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Severity { get; set; }

    /// <summary><c>me</c>, <c>nobody</c>, or empty for anybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<ReportView> Reports { get; private set; } = new([], null);
    public DateTimeOffset Now { get; } = time.GetUtcNow();
    public bool IsFiltered => Show != "open" || !string.IsNullOrEmpty(Class + Severity + Owner);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = new ReportFilter(
            Open: Show switch { "closed" => false, "all" => null, _ => true },
            Class: ClassWords.Parse(Class),
            Severity: Enum.TryParse<Severity>(Severity, out var severity) && Enum.IsDefined(severity) ? severity : null,
            Owner: Owner switch { "me" => HttpContext.GetActor().Id, "nobody" => "", _ => null },
            DueBefore: Show == "overdue" ? Now : null);
        Reports = await reports.ListAsync(filter, Cursor, ReportsOnPage, cancellationToken);
    }

    /// <summary>The query that asks for the next page under the same filter.</summary>
    public QueryString Next => QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = Show,
        ["class"] = Class,
        ["severity"] = Severity,
        ["owner"] = Owner,
        ["cursor"] = Reports.NextCursor,
    });
}
