using Ledger.EventStore;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Changelog;

/// <summary>Keeps one row for each public change of each story.</summary>
internal sealed class ChangelogProjection : IProjection
{
    public string Name => "changelog";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } = [new("changelog", Sql.Of<ChangelogProjection>("Changelog"))];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var revisions = await LoadRevisionsAsync(events, connection, cancellationToken);
        var rows = new List<ChangelogEntry>(events.Count);
        foreach (var recorded in events)
        {
            var row = ToEntry(recorded, revisions.GetValueOrDefault(recorded.StreamId));
            revisions[recorded.StreamId] = row.Revision;
            rows.Add(row);
        }

        await SaveAsync(rows, connection, cancellationToken);
    }

    private static ChangelogEntry ToEntry(RecordedEvent recorded, int revisionsBefore)
    {
        var happened = recorded.Happened();
        return new(
            StoryId: recorded.StreamId,
            EventId: recorded.Id,
            Position: recorded.Position,
            Version: recorded.Version,
            Revision: happened.IsRevision() ? revisionsBefore + 1 : revisionsBefore,
            Type: recorded.Type,
            Actor: recorded.Metadata.Actor,
            ActorName: recorded.Metadata.ActorName,
            OccurredAt: Stored.Time(recorded.OccurredAt),
            RecordedAt: Stored.Time(recorded.RecordedAt),
            Facts: Facts.Of(happened) with { Note = happened.PublicReason() });
    }

    private static async Task<Dictionary<Guid, int>> LoadRevisionsAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<ChangelogProjection>("LoadRevisions"))
            .With(events.Select(recorded => recorded.StreamId).Distinct().ToArray());
        var rows = await command.ReadAsync(row => (Id: row.GetGuid(0), Revision: row.GetInt32(1)), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Revision);
    }

    private static async Task SaveAsync(
        List<ChangelogEntry> rows, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<ChangelogProjection>("Save"))
            .Column(rows, row => row.StoryId)
            .Column(rows, row => row.Version)
            .Column(rows, row => row.EventId)
            .Column(rows, row => row.Position)
            .Column(rows, row => row.Revision)
            .Column(rows, row => row.Type)
            .Column(rows, row => row.Actor)
            .Column(rows, row => row.ActorName)
            .Column(rows, row => row.OccurredAt)
            .Column(rows, row => row.RecordedAt)
            .Column(rows, row => Stored.Json(row.Facts));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
