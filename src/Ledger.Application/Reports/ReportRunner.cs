using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Application.Reports;

/// <summary>Runs the desk's commands on reports, by the deadlines of the house.</summary>
public sealed class ReportRunner(StreamRunner streams, PolicyDesk policies, Limits limits)
{
    public async Task<StreamOutcome<Report?>> RunAsync(
        ReportRequest request, Func<DateTimeOffset, ReportCommand> command, CancellationToken cancellationToken)
    {
        var deadlines = (await policies.FindAsync(cancellationToken)).Policy.Deadlines;
        return await streams.RunAsync(
            ReportStream.Kind, request.Report, request, Permission.HandleReports,
            (report, now) => ReportDecider.Decide(command(now), report, limits, deadlines), cancellationToken);
    }
}
