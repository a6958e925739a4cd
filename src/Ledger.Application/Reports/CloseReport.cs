using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>Closes a report by the correction that came of it.</summary>
/// <param name="Correction">A published correction of the report's story.</param>
public sealed record CloseReport(Guid Correction) : ReportRequest;

internal sealed class CloseReportHandler(ReportRunner runner, StreamLoader streams, StoryRepository stories)
    : IRequestHandler<CloseReport, StreamOutcome<Report?>>
{
    public async Task<StreamOutcome<Report?>> Handle(CloseReport request, CancellationToken cancellationToken)
    {
        var report = await streams.LoadAsync(ReportStream.Kind, request.Report, cancellationToken);
        var isPublished = report.State is { } known
            && (await stories.LoadAsync(known.Received.StoryId, cancellationToken)).State.Current is { } story
            && story.Corrections.Any(correction => correction.Id == request.Correction);
        return await runner.RunAsync(
            request, _ => new ReportCommand.CloseByCorrection(request.Correction, isPublished), cancellationToken);
    }
}
