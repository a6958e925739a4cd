using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Changelog;

/// <summary>Keeps one row for each public change of each story.</summary>
internal sealed class ChangelogProjection : IProjection
{
    private static readonly RowFormat<(ChangelogEntry Entry, bool IsUnexplained)> Rows =
        new(Sql.Of<ChangelogProjection>("Copy"), Sql.Of<ChangelogProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Entry.StoryId },
            { NpgsqlDbType.Bigint, row => row.Entry.Version },
            { NpgsqlDbType.Uuid, row => row.Entry.EventId },
            { NpgsqlDbType.Bigint, row => row.Entry.Position },
            { NpgsqlDbType.Integer, row => row.Entry.Revision },
            { NpgsqlDbType.Text, row => row.Entry.Type },
            { NpgsqlDbType.Text, row => row.Entry.Actor },
            { NpgsqlDbType.Text, row => row.Entry.ActorName },
            { NpgsqlDbType.TimestampTz, row => row.Entry.OccurredAt },
            { NpgsqlDbType.TimestampTz, row => row.Entry.RecordedAt },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Entry.Facts) },
            { NpgsqlDbType.Boolean, row => row.IsUnexplained },
        };

    public string Name => "changelog";

    public int Version => 4;

    public IReadOnlyList<Table> Tables { get; } =
        [new("changelog", Sql.Of<ChangelogProjection>("Changelog"), Sql.Of<ChangelogProjection>("ChangelogKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) =>
        [Rows.Of([.. batch.Steps.Select(step => (ToEntry(step), IsUnexplained(step)))])];

    // What was imported happened elsewhere, and nobody classed it here.
    private static bool IsUnexplained(StoryStep step) =>
        step.Recorded.Metadata.ImportedRevision is null && step.Before.State.Current is { } before
        && Explaining.ByRecord(step.Happened, before.Article, step.After.Story.Article) is not null;

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
