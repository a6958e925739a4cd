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
        };

    public string Name => "correction";

    public int Version => 2;

    public IReadOnlyList<Table> Tables { get; } =
        [new("correction", Sql.Of<CorrectionProjection>("Correction"), Sql.Of<CorrectionProjection>("CorrectionKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) =>
        [Rows.Of([.. batch.Steps.Where(step => step.Happened is CorrectionIssued)
            .Select(step => (step, (CorrectionIssued)step.Happened))])];
}
