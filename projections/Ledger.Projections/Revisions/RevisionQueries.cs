using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Revisions;

/// <summary>Reads past states of stories; each is one read, whatever its age.</summary>
public sealed class RevisionQueries(NpgsqlDataSource database)
{
    /// <summary>Revision <paramref name="revision"/>, 1 or more, of a story; null when it has not so many.</summary>
    public async Task<RevisionView?> FindAsync(Guid storyId, int revision, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<RevisionQueries>("Find"))
            .With(storyId)
            .With(revision);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>The last revision said to have gone out at or before a time; null before the first.</summary>
    /// <remarks>
    /// Claimed times need not go forward. A revision that claims an earlier time than one before it stands from then
    /// on all the same, so that the state at the present is always the last revision.
    /// </remarks>
    public async Task<RevisionView?> FindAtAsync(Guid storyId, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<RevisionQueries>("FindAt"))
            .With(storyId)
            .With(Stored.Time(time));
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>Revisions of a story, newest first, below <paramref name="before"/> when it is given.</summary>
    public async Task<IReadOnlyList<RevisionSummary>> ListAsync(
        Guid storyId, int? before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        await using var command = database.CreateCommand(Sql.Of<RevisionQueries>("List"))
            .With(storyId)
            .With(before, NpgsqlDbType.Integer)
            .With(limit);
        return await command.ReadAsync(row => ToSummary(row, row.GetString(11)), cancellationToken);
    }

    private static RevisionView ToView(NpgsqlDataReader row) => new(
        Summary: ToSummary(row, row.GetString(12)),
        Notice: row.Text(11),
        Article: LastRevision.ArticleFrom(row, headline: 12));

    private static RevisionSummary ToSummary(NpgsqlDataReader row, string headline) => new(
        StoryId: row.GetGuid(0),
        Revision: row.GetInt32(1),
        Version: row.GetInt64(2),
        Position: row.GetInt64(3),
        Type: row.GetString(4),
        Status: Stored.Value<StoryStatus>(row.GetString(5)),
        Headline: headline,
        Reason: row.Text(6),
        Actor: row.GetString(7),
        ActorName: row.Text(8),
        OccurredAt: row.Time(9),
        RecordedAt: row.Time(10));
}
