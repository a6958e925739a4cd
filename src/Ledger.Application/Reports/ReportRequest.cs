using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>The kind of stream that a report of an error is.</summary>
public static class ReportStream
{
    public static StreamKind<ReportEvent, Report?> Kind { get; } = new("report", null, Report.Evolve)
    {
        StoryOf = report => report?.Received.StoryId,
    };
}

/// <summary>What every request of the desk about a report has in common.</summary>
public abstract record ReportRequest : CommandRequest, IRequest<StreamOutcome<Report?>>
{
    public required Guid Report { get; init; }
}
