using Ledger.Application.Reports;
using Ledger.Projections.Reports;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Reports;

/// <summary>What became of a report, for whoever holds its receipt.</summary>
public sealed class ReceiptModel(ReportQueries reports) : PageModel
{
    public ReportView Report { get; private set; } = null!;

    /// <summary>The report that goes on where this one was merged; else this one.</summary>
    public ReportView GoesOn { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancellationToken)
    {
        if (!Receipts.IsWellFormed(receipt)
            || await reports.FindAsync(Receipts.ToReport(receipt), cancellationToken) is not { } report)
            return NotFound();

        Response.Headers.CacheControl = "no-store";
        Report = Withheld.IsFrom(User, report.StoryStatus) ? Withheld.Of(report) : report;
        GoesOn = await reports.FollowAsync(report, cancellationToken);
        return Page();
    }
}
