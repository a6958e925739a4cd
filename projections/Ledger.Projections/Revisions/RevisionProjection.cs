using Ledger.EventStore;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Revisions;

/// <summary>Keeps every published state of every story, readable in one read.</summary>
internal sealed class RevisionProjection : IProjection
{
    public string Name => "revision";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("block", Sql.Of<RevisionProjection>("Block")),
        new("revision", Sql.Of<RevisionProjection>("Revision")),
    ];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var load = connection.Command(Sql.Of<RevisionProjection>("LoadLast"))
            .With(events.Select(recorded => recorded.StreamId).Distinct().ToArray());
        var last = await load.ReadAsync(LastRevision.From, cancellationToken);

        var fold = new RevisionFold(last);
        foreach (var recorded in events)
            fold.Apply(recorded);

        var rows = fold.Rows();
        if (rows.Count == 0)
            return;

        var hashes = new BlockHashes(last);
        await CopyAsync(rows, hashes, connection, cancellationToken);
        await SaveBlocksAsync(hashes.New, connection, cancellationToken);
        await OvertakeAsync(rows, connection, cancellationToken);
    }

    private static async Task CopyAsync(
        IReadOnlyList<RevisionRow> rows, BlockHashes hashes, NpgsqlConnection connection,
        CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            Sql.Of<RevisionProjection>("CopyRevisions"), cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.StoryId, cancellationToken);
            await copy.WriteAsync(row.Revision, cancellationToken);
            await copy.WriteAsync(row.Recorded.Version, cancellationToken);
            await copy.WriteAsync(row.Recorded.Position, cancellationToken);
            await copy.WriteAsync(row.Recorded.Type, cancellationToken);
            await copy.WriteAsync(Stored.Name(row.Status), cancellationToken);
            await copy.WriteAsync(row.Notice, cancellationToken);
            await copy.WriteAsync(row.Article.Headline, cancellationToken);
            await copy.WriteAsync(row.Article.Standfirst, cancellationToken);
            await copy.WriteAsync(row.Article.Section, cancellationToken);
            await copy.WriteAsync(row.Article.Language, cancellationToken);
            await copy.WriteAsync(row.Article.Dateline, cancellationToken);
            await copy.WriteAsync(Stored.Json(row.Article.Credits), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(hashes.Of(row.Article), cancellationToken);
            await copy.WriteAsync(row.Reason, cancellationToken);
            await copy.WriteAsync(row.Recorded.Metadata.Actor, cancellationToken);
            await copy.WriteAsync(row.Recorded.Metadata.ActorName, cancellationToken);
            await copy.WriteAsync(row.OccurredAt, cancellationToken);
            await copy.WriteAsync(Stored.Time(row.Recorded.RecordedAt), cancellationToken);
            await copy.WriteAsync(row.Overtaken, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task SaveBlocksAsync(
        List<(byte[] Hash, string Json)> blocks, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (blocks.Count == 0)
            return;

        await using var command = connection.Command(Sql.Of<RevisionProjection>("SaveBlocks"))
            .Column(blocks, block => block.Hash)
            .Column(blocks, block => block.Json);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task OvertakeAsync(
        IReadOnlyList<RevisionRow> rows, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var stories = rows.GroupBy(row => row.StoryId).ToList();
        await using var command = connection.Command(Sql.Of<RevisionProjection>("Overtake"))
            .Column(stories, story => story.Key)
            .Column(stories, story => story.Min(row => row.Revision))
            .Column(stories, story => story.Min(row => row.OccurredAt));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
