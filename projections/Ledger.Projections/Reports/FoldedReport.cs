using Ledger.Domain.Reports;

namespace Ledger.Projections.Reports;

/// <summary>A report as the read models fold it; there is none before its first event.</summary>
internal sealed record FoldedReport(Report? Report)
{
    public static FoldedReport Initial { get; } = new((Report?)null);

    public FoldedReport Evolve(ReportEvent happened) => new(Domain.Reports.Report.Evolve(Report, happened));

    public ReportStatus Status => Report switch
    {
        { Closed.Closing: ReportClosing.Corrected } => ReportStatus.Corrected,
        { Closed.Closing: ReportClosing.Declined } => ReportStatus.Declined,
        { Closed.Closing: ReportClosing.Merged } => ReportStatus.Merged,
        { Triage: not null } => ReportStatus.Triaged,
        _ => ReportStatus.Received,
    };
}
