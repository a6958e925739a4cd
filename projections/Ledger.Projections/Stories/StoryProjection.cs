using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Stories;

/// <summary>Keeps one row for each story: what it is now.</summary>
internal sealed class StoryProjection : IProjection
{
    public string Name => "story";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } = [new("story", Sql.Of<StoryProjection>("Story"))];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var ids = events.Select(recorded => recorded.StreamId).Distinct().ToArray();
        var rows = await LoadAsync(ids, connection, cancellationToken);
        foreach (var recorded in events)
        {
            var before = rows.GetValueOrDefault(recorded.StreamId) ?? new StoryRow { Id = recorded.StreamId };
            rows[recorded.StreamId] = before.Apply(recorded);
        }

        await SaveAsync(rows.Values, connection, cancellationToken);
    }

    private static async Task<Dictionary<Guid, StoryRow>> LoadAsync(
        Guid[] ids, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<StoryProjection>("Load")).With(ids);
        return (await command.ReadAsync(StoryRow.From, cancellationToken)).ToDictionary(row => row.Id);
    }

    private static async Task SaveAsync(
        IReadOnlyCollection<StoryRow> rows, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<StoryProjection>("Save"))
            .Column(rows, row => row.Id)
            .Column(rows, row => row.State.Story().Slug)
            .Column(rows, row => Stored.Name(row.State.Status()))
            .Column(rows, row => row.State.Notice())
            .Column(rows, row => row.State.Story().Revision)
            .Column(rows, row => row.Version)
            .Column(rows, row => row.Position)
            .Column(rows, row => row.Corrections)
            .Column(rows, row => ArticleOf(row).Headline)
            .Column(rows, row => ArticleOf(row).Standfirst)
            .Column(rows, row => ArticleOf(row).Section)
            .Column(rows, row => ArticleOf(row).Language)
            .Column(rows, row => Stored.Json(ArticleOf(row)))
            .Column(rows, row => row.PublishedAt)
            .Column(rows, row => row.UpdatedAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Article ArticleOf(StoryRow row) => row.State.Story().Article;
}
