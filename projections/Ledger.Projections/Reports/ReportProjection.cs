using Ledger.Domain.Reports;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Reports;

/// <summary>Keeps one row for each report of an error, and one for each thing that happened to it.</summary>
internal sealed class ReportProjection : IProjection
{
    private static readonly RowFormat<StreamFold<FoldedReport>> Reports =
        new(Sql.Of<ReportProjection>("CopyReports"), Sql.Of<ReportProjection>("SaveReports"))
        {
            { NpgsqlDbType.Uuid, row => row.Id },
            { NpgsqlDbType.Uuid, row => Of(row).Received.StoryId },
            { NpgsqlDbType.Integer, row => Of(row).Received.Revision },
            { NpgsqlDbType.Json, row => Of(row).Received.Quote is { } quote ? Stored.Utf8Json(quote) : null },
            { NpgsqlDbType.Text, row => Of(row).Received.Text },
            { NpgsqlDbType.Text, row => Of(row).Received.Evidence },
            { NpgsqlDbType.Text, row => Stored.Name(Of(row).Received.Source) },
            { NpgsqlDbType.Boolean, row => Of(row).HasContact },
            { NpgsqlDbType.Text, row => Stored.Name(row.State.Status) },
            { NpgsqlDbType.Text, row => Of(row).Triage is { } triage ? Stored.Name(triage.Class) : null },
            { NpgsqlDbType.Text, row => Of(row).Triage is { } triage ? Stored.Name(triage.Severity) : null },
            { NpgsqlDbType.Text, row => Of(row).Triage?.Owner },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(Of(row).Triage?.DueAt ?? Of(row).Received.DueAt) },
            { NpgsqlDbType.Text, row => Of(row).Closed?.Reason },
            { NpgsqlDbType.Uuid, row => Of(row).Closed?.CorrectionId },
            { NpgsqlDbType.Uuid, row => Of(row).Closed?.MergedInto },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.Bigint, row => row.Position },
            { NpgsqlDbType.TimestampTz, row => row.BegunAt },
            { NpgsqlDbType.TimestampTz, row => row.ChangedAt },
        };

    private static readonly RowFormat<StreamStep<FoldedReport>> Steps =
        new(Sql.Of<ReportProjection>("CopySteps"), Sql.Of<ReportProjection>("SaveSteps"))
        {
            { NpgsqlDbType.Uuid, row => row.After.Id },
            { NpgsqlDbType.Bigint, row => row.Recorded.Version },
            { NpgsqlDbType.Text, row => row.Recorded.Type },
            { NpgsqlDbType.Json, FactsOf },
            { NpgsqlDbType.Text, row => row.Recorded.Metadata.Actor },
            { NpgsqlDbType.Text, row => row.Recorded.Metadata.ActorName },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(row.Recorded.OccurredAt) },
        };

    public string Name => "report";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("report", Sql.Of<ReportProjection>("Report"), Sql.Of<ReportProjection>("ReportKeys")),
        new("report_step", Sql.Of<ReportProjection>("ReportStep"), Sql.Of<ReportProjection>("ReportStepKeys")),
    ];

    public IEnumerable<IWrite> Project(StepBatch batch) =>
    [
        Reports.Of([.. batch.StreamsOf<FoldedReport>()]),
        Steps.Of([.. batch.StepsOf<FoldedReport>()]),
    ];

    private static Report Of(StreamFold<FoldedReport> row) => row.State.Report
        ?? throw new InvalidOperationException($"Report {row.Id} has a row before its first event.");

    private static byte[]? FactsOf(StreamStep<FoldedReport> step) => step.Recorded.Data switch
    {
        ReportTriaged e => Stored.Utf8Json(new ReportFacts(e.Class, e.Severity, e.Owner, e.DueAt)),
        ReportClosed e => Stored.Utf8Json(new ReportFacts(
            Closing: e.Closing, Reason: e.Reason, CorrectionId: e.CorrectionId, MergedInto: e.MergedInto)),
        ReportReopened e => Stored.Utf8Json(new ReportFacts(Reason: e.Reason)),
        _ => null,
    };
}
