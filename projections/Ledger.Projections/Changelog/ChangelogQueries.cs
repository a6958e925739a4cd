using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Changelog;

/// <summary>Reads the public changelog of a story.</summary>
public sealed class ChangelogQueries(NpgsqlDataSource database)
{
    /// <summary>Changes of a story, newest first, below version <paramref name="before"/> when it is given.</summary>
    public async Task<IReadOnlyList<ChangelogEntry>> ListAsync(
        Guid storyId, long? before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        await using var command = database.CreateCommand(Sql.Of<ChangelogQueries>("List"))
            .With(storyId)
            .With(before, NpgsqlDbType.Bigint)
            .With(limit);
        return await command.ReadAsync(ToEntry, cancellationToken);
    }

    /// <summary>How many changes of the whole log are not explained as they must be: there should be none.</summary>
    public async Task<long> CountUnexplainedAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<ChangelogQueries>("CountUnexplained"));
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    internal static ChangelogEntry ToEntry(NpgsqlDataReader row) => new(
        StoryId: row.GetGuid(0),
        EventId: row.GetGuid(1),
        Position: row.GetInt64(2),
        Version: row.GetInt64(3),
        Revision: row.GetInt32(4),
        Type: row.GetString(5),
        Actor: row.GetString(6),
        ActorName: row.Text(7),
        OccurredAt: row.Time(8),
        RecordedAt: row.Time(9),
        Facts: row.Json<ChangeFacts>(10));
}
