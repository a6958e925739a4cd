using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Revisions;

/// <summary>Reads past states of stories; each is one read, whatever its age.</summary>
public sealed class RevisionQueries(NpgsqlDataSource database)
{
    /// <summary>Revision <paramref name="revision"/>, 1 or more, of a story; null when it has not so many.</summary>
    public Task<RevisionView?> FindAsync(Guid storyId, int revision, CancellationToken cancellationToken) =>
        FindAsync(storyId, revision, null, null, cancellationToken);

    /// <summary>The last revision said to have gone out at or before a time; null before the first.</summary>
    /// <remarks>
    /// Claimed times need not go forward. A revision that claims an earlier time than one before it stands from then
    /// on all the same, so that the state at the present is always the last revision.
    /// </remarks>
    public Task<RevisionView?> FindAtAsync(Guid storyId, DateTimeOffset time, CancellationToken cancellationToken) =>
        FindAsync(storyId, null, Stored.Time(time), null, cancellationToken);

    /// <summary>
    /// The state of a story when the log ended at a position, 0 or more: what every reader could have seen then. Null
    /// before its first event.
    /// </summary>
    public Task<RevisionView?> FindAtPositionAsync(Guid storyId, long position, CancellationToken cancellationToken) =>
        FindAsync(storyId, null, null, position, cancellationToken);

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

    /// <summary>Revisions of a story by their numbers, rising; those that it has not are left out.</summary>
    public async Task<IReadOnlyList<RevisionSummary>> ListSomeAsync(
        Guid storyId, int[] revisions, CancellationToken cancellationToken)
    {
        if (revisions.Length == 0)
            return [];

        await using var command = database.CreateCommand(Sql.Of<RevisionQueries>("ListSome"))
            .With(storyId)
            .With(revisions);
        return await command.ReadAsync(row => ToSummary(row, row.GetString(11)), cancellationToken);
    }

    private async Task<RevisionView?> FindAsync(
        Guid storyId, int? revision, DateTimeOffset? time, long? position, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<RevisionQueries>("Find"))
            .With(storyId)
            .With(revision, NpgsqlDbType.Integer)
            .With(time, NpgsqlDbType.TimestampTz)
            .With(position, NpgsqlDbType.Bigint);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    private static RevisionView ToView(NpgsqlDataReader row) => new(
        Summary: ToSummary(row, row.GetString(12)),
        Notice: row.Text(11),
        Article: new()
        {
            Headline = row.GetString(12),
            Standfirst = row.Text(13),
            Section = row.Text(14),
            Language = row.GetString(15),
            Dateline = row.Text(16),
            Credits = row.Json<IReadOnlyList<Credit>>(17),
            Blocks = Blocks(row.Json<IReadOnlyList<Block>>(19), expected: row.GetInt32(18)),
        });

    /// <exception cref="InvalidOperationException">A block, or a page that leads to some, is not there.</exception>
    private static IReadOnlyList<Block> Blocks(IReadOnlyList<Block> found, int expected) => found.Count == expected
        ? found
        : throw new InvalidOperationException(
            $"A revision has {expected} blocks, of which {found.Count} are there; rebuild the read model 'revision'.");

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
