using Ledger.Application.People;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>Asks how to reach who reported an error; null where nothing is kept, or the actor may not know.</summary>
public sealed record FindContact(Actor Actor, Guid Report) : IRequest<ReporterContact?>;

internal sealed class FindContactHandler(IReporterStore reporters) : IRequestHandler<FindContact, ReporterContact?>
{
    public async Task<ReporterContact?> Handle(FindContact request, CancellationToken cancellationToken) =>
        request.Actor.May(Permission.HandleReports)
            ? await reporters.FindAsync(request.Report, cancellationToken)
            : null;
}
