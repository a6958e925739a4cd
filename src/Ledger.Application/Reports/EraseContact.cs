using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>Forgets who reported an error. The log says that it was done, and not what there was.</summary>
public sealed record EraseContact : ReportRequest;

internal sealed class EraseContactHandler(ReportRunner runner, IReporterStore reporters)
    : IRequestHandler<EraseContact, StreamOutcome<Report?>>
{
    public async Task<StreamOutcome<Report?>> Handle(EraseContact request, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(request, _ => new ReportCommand.EraseContact(), cancellationToken);

        // Also where the event is there already: the program may have ended between the two.
        if (outcome is StreamOutcome<Report?>.Done)
            await reporters.EraseAsync(request.Report, cancellationToken);

        return outcome;
    }
}
