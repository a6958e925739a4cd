using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Changelog;

/// <summary>Keeps one row for each public change of each story.</summary>
internal sealed class ChangelogProjection : IProjection
{
    private static readonly RowFormat<ChangelogEntry> Rows =
        new(Sql.Of<ChangelogProjection>("Copy"), Sql.Of<ChangelogProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.StoryId },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.Uuid, row => row.EventId },
            { NpgsqlDbType.Bigint, row => row.Position },
            { NpgsqlDbType.Integer, row => row.Revision },
            { NpgsqlDbType.Text, row => row.Type },
            { NpgsqlDbType.Text, row => row.Actor },
            { NpgsqlDbType.Text, row => row.ActorName },
            { NpgsqlDbType.TimestampTz, row => row.OccurredAt },
            { NpgsqlDbType.TimestampTz, row => row.RecordedAt },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Facts) },
        };

    public string Name => "changelog";

    public int Version => 3;

    public IReadOnlyList<Table> Tables { get; } =
        [new("changelog", Sql.Of<ChangelogProjection>("Changelog"), Sql.Of<ChangelogProjection>("ChangelogKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.Steps.Select(ToEntry)])];

    private static ChangelogEntry ToEntry(StoryStep step) => new(
        StoryId: step.After.Id,
        EventId: step.Recorded.Id,
        Position: step.Position,
        Version: step.Recorded.Version,
        Revision: step.After.Revision,
        Type: step.Recorded.Type,
        Actor: step.Recorded.Metadata.Actor,
        ActorName: step.Recorded.Metadata.ActorName,
        OccurredAt: Stored.Time(step.Recorded.OccurredAt),
        RecordedAt: Stored.Time(step.Recorded.RecordedAt),
        Facts: Facts.Of(step.Happened) with
        {
            Note = step.Happened.PublicReason(),
            Imported = step.Recorded.Metadata.ImportedRevision is null ? null : true,
        });
}
