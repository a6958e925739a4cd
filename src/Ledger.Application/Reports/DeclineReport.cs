using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

/// <param name="Reason">For the reporter, who reads it under the receipt.</param>
public sealed record DeclineReport(string Reason) : ReportRequest;

internal sealed class DeclineReportHandler(ReportRunner runner)
    : IRequestHandler<DeclineReport, StreamOutcome<Report?>>
{
    public Task<StreamOutcome<Report?>> Handle(DeclineReport request, CancellationToken cancellationToken) =>
        runner.RunAsync(request, _ => new ReportCommand.Decline(request.Reason), cancellationToken);
}
