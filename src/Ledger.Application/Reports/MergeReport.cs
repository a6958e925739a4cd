using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>Closes a report because another says the same; its reporter is told what becomes of that one.</summary>
/// <param name="Into">The report that goes on.</param>
public sealed record MergeReport(Guid Into) : ReportRequest;

internal sealed class MergeReportHandler(ReportRunner runner, StreamLoader streams)
    : IRequestHandler<MergeReport, StreamOutcome<Report?>>
{
    public async Task<StreamOutcome<Report?>> Handle(MergeReport request, CancellationToken cancellationToken)
    {
        var other = await streams.LoadAsync(ReportStream.Kind, request.Into, cancellationToken);
        return await runner.RunAsync(
            request, _ => new ReportCommand.Merge(request.Report, request.Into, other.State), cancellationToken);
    }
}
