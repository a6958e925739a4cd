using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Reports;

/// <param name="Severity">Null takes that of the class.</param>
/// <param name="Owner">The account that sees to it; null where nobody does yet.</param>
/// <param name="DueAt">Null takes the deadline of the house for the severity.</param>
public sealed record TriageReport(CorrectionClass Class, Severity? Severity, string? Owner, DateTimeOffset? DueAt)
    : ReportRequest;

internal sealed class TriageReportHandler(ReportRunner runner)
    : IRequestHandler<TriageReport, StreamOutcome<Report?>>
{
    public Task<StreamOutcome<Report?>> Handle(TriageReport request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            now => new ReportCommand.Triage(request.Class, request.Severity, request.Owner, request.DueAt, now),
            cancellationToken);
}
