using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Application.Reports;

/// <summary>Runs the desk's commands on reports, by the deadlines of the house.</summary>
public sealed class ReportRunner(StreamRunner streams, IDeadlines deadlines, Limits limits)
{
    public async Task<StreamOutcome<Report?>> RunAsync(
        ReportRequest request, Func<DateTimeOffset, ReportCommand> command, CancellationToken cancellationToken)
    {
        var hours = await deadlines.GetAsync(cancellationToken);
        return await streams.RunAsync(
            ReportStream.Kind, request.Report, request, Permission.HandleReports,
            (report, now) => ReportDecider.Decide(command(now), report, limits, hours), cancellationToken);
    }
}
