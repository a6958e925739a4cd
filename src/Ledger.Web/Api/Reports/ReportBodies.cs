using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Reports;

namespace Ledger.Web.Api.Reports;

/// <summary>What its reporter is told of a report; who holds the receipt may see it.</summary>
/// <param name="Status">Where it stands; a merged report stands where the one does that goes on.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="CorrectionId">The correction that came of it.</param>
public sealed record ReceiptBody(
    string Receipt, ReportStatus Status, bool Merged, string Slug, string Headline, int Revision, TextQuote? Quote,
    string Text, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt, string? Reason, Guid? CorrectionId)
{
    internal static ReceiptBody Of(string receipt, ReportView report, ReportView goesOn) => new(
        receipt, goesOn.Status, report.Status == ReportStatus.Merged, report.Slug, report.Headline, report.Revision,
        report.Quote, report.Text, report.ReceivedAt, goesOn.ChangedAt, goesOn.Reason, goesOn.CorrectionId);
}

/// <summary>That a report was taken, and how to see what becomes of it.</summary>
public sealed record TakenBody(string Receipt, string Address);

/// <summary>A report as the desk sees it.</summary>
/// <param name="Version">The version of the report, which is also its ETag.</param>
public sealed record ReportBody(
    Guid Id, Guid Story, string Slug, string Headline, string? Section, int Revision, TextQuote? Quote, string Text,
    string? Evidence, ReportSource Source, bool HasContact, ReportStatus Status, CorrectionClass? Class,
    Severity? Severity, string? Owner, DateTimeOffset DueAt, bool Overdue, string? Reason, Guid? CorrectionId,
    Guid? MergedInto, long Version, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt)
{
    internal static ReportBody Of(ReportView view, DateTimeOffset now) => new(
        view.Id, view.StoryId, view.Slug, view.Headline, view.Section, view.Revision, view.Quote, view.Text,
        view.Evidence, view.Source, view.HasContact, view.Status, view.Class, view.Severity, view.Owner, view.DueAt,
        view.Status.IsOpen() && view.DueAt < now, view.Reason, view.CorrectionId, view.MergedInto, view.Version,
        view.ReceivedAt, view.ChangedAt);
}

/// <summary>What a write of the desk came to.</summary>
/// <param name="Changed">False when all was so already and nothing was added.</param>
public sealed record ReportChangeBody(Guid Id, long Version, long Position, bool Changed);
