using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Corrections;

/// <summary>Keeps one row for each correction of the site.</summary>
internal sealed class CorrectionProjection : IProjection
{
    private static readonly RowFormat<(StoryStep Step, CorrectionIssued Issued)> Rows =
        new(Sql.Of<CorrectionProjection>("Copy"), Sql.Of<CorrectionProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Issued.CorrectionId },
            { NpgsqlDbType.Uuid, row => row.Step.After.Id },
            { NpgsqlDbType.Text, row => Stored.Name(row.Issued.Class) },
            { NpgsqlDbType.Text, row => Stored.Name(row.Issued.Severity) },
            { NpgsqlDbType.Text, row => row.Issued.Note },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Issued.Claims) },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Issued.Places) },
            { NpgsqlDbType.Integer, row => row.Step.After.Revision },
            { NpgsqlDbType.Bigint, row => row.Step.Position },
            { NpgsqlDbType.Text, row => row.Step.Recorded.Metadata.Actor },
            { NpgsqlDbType.Text, row => row.Step.Recorded.Metadata.ActorName },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(row.Step.Recorded.OccurredAt) },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(row.Step.Recorded.RecordedAt) },
            { NpgsqlDbType.Boolean, row => row.Issued.Apology == true },
            { NpgsqlDbType.Json, row => row.Issued.Review is { } review ? Stored.Utf8Json(review) : null },
            { NpgsqlDbType.Text, row => TextSearch.ConfigurationOf(row.Step.After.Story.Article.Language) },
        };

    private static readonly RowFormat<(StoryStep Step, CorrectionChange Change)> Changes =
        new(Sql.Of<CorrectionProjection>("CopyChanges"), Sql.Of<CorrectionProjection>("SaveChanges"))
        {
            { NpgsqlDbType.Uuid, row => row.Change.CorrectionId },
            { NpgsqlDbType.Bigint, row => row.Step.Position },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Change) },
        };

    public string Name => "correction";

    public int Version => 4;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("correction", Sql.Of<CorrectionProjection>("Correction"), Sql.Of<CorrectionProjection>("CorrectionKeys")),
        new("correction_change", Sql.Of<CorrectionProjection>("CorrectionChange"),
            Sql.Of<CorrectionProjection>("CorrectionChangeKeys")),
    ];

    public IEnumerable<IWrite> Project(StepBatch batch) =>
    [
        Rows.Of([.. batch.Steps.Where(step => step.Happened is CorrectionIssued)
            .Select(step => (step, (CorrectionIssued)step.Happened))]),
        Changes.Of([.. batch.Steps
            .Select(step => (step, Change: ChangeOf(step)!))
            .Where(row => row.Change is not null)]),
    ];

    private static CorrectionChange? ChangeOf(StoryStep step) => step.Happened switch
    {
        CorrectionAmended e => Change(step, e.CorrectionId) with { Note = e.Note, Reason = e.Reason },
        CorrectionWithdrawn e => Change(step, e.CorrectionId) with { Reason = e.Reason },
        _ => null,
    };

    private static CorrectionChange Change(StoryStep step, Guid correction) => new(
        correction, null, null, step.After.Revision, step.Position, step.Recorded.Metadata.Actor,
        step.Recorded.Metadata.ActorName, Stored.Time(step.Recorded.OccurredAt));
}
