using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Corrections;

/// <summary>Keeps one row for each correction of the site.</summary>
internal sealed class CorrectionProjection : IProjection
{
    public string Name => "correction";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("correction", Sql.Of<CorrectionProjection>("Correction")),
        new("correction_revision", Sql.Of<CorrectionProjection>("CorrectionRevision")),
    ];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var revisions = await LoadRevisionsAsync(events, connection, cancellationToken);
        var rows = new List<CorrectionRow>();
        foreach (var recorded in events)
        {
            var happened = recorded.Happened();
            var revision = revisions.GetValueOrDefault(recorded.StreamId) + (happened.IsRevision() ? 1 : 0);
            revisions[recorded.StreamId] = revision;
            if (happened is CorrectionIssued issued)
                rows.Add(new(recorded, issued, revision));
        }

        await SaveRevisionsAsync(revisions, connection, cancellationToken);
        if (rows.Count > 0)
            await SaveAsync(rows, connection, cancellationToken);
    }

    private static async Task<Dictionary<Guid, int>> LoadRevisionsAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<CorrectionProjection>("LoadRevisions"))
            .With(events.Select(recorded => recorded.StreamId).Distinct().ToArray());
        var rows = await command.ReadAsync(row => (Id: row.GetGuid(0), Revision: row.GetInt32(1)), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Revision);
    }

    private static async Task SaveRevisionsAsync(
        Dictionary<Guid, int> revisions, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<CorrectionProjection>("SaveRevisions"))
            .Column(revisions, pair => pair.Key)
            .Column(revisions, pair => pair.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task SaveAsync(
        List<CorrectionRow> rows, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<CorrectionProjection>("Save"))
            .Column(rows, row => row.Issued.CorrectionId)
            .Column(rows, row => row.Recorded.StreamId)
            .Column(rows, row => Stored.Name(row.Issued.Class))
            .Column(rows, row => Stored.Name(row.Issued.Severity))
            .Column(rows, row => row.Issued.Note)
            .Column(rows, row => Stored.Json(row.Issued.Claims))
            .Column(rows, row => Stored.Json(row.Issued.Places))
            .Column(rows, row => row.Revision)
            .Column(rows, row => row.Recorded.Position)
            .Column(rows, row => row.Recorded.Metadata.Actor)
            .Column(rows, row => row.Recorded.Metadata.ActorName)
            .Column(rows, row => Stored.Time(row.Recorded.OccurredAt))
            .Column(rows, row => Stored.Time(row.Recorded.RecordedAt));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record CorrectionRow(RecordedEvent Recorded, CorrectionIssued Issued, int Revision);
}
