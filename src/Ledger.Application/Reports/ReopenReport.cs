using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

public sealed record ReopenReport(string Reason) : ReportRequest;

internal sealed class ReopenReportHandler(ReportRunner runner)
    : IRequestHandler<ReopenReport, StreamOutcome<Report?>>
{
    public Task<StreamOutcome<Report?>> Handle(ReopenReport request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new ReportCommand.Reopen(request.Reason), cancellationToken);
}
