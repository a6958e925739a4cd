using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Copies;

/// <summary>Reads the copies of stories, and which corrections are owed to them.</summary>
public sealed class CopyQueries(NpgsqlDataSource database)
{
    /// <summary>The copies of a story in the order in which they were linked, with those no longer linked.</summary>
    public async Task<IReadOnlyList<CopyView>> ListForStoryAsync(Guid storyId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CopyQueries>("ListForStory")).With(storyId);
        return await command.ReadAsync(ToView, cancellationToken);
    }

    /// <summary>Corrections owed to copies, the oldest first.</summary>
    /// <param name="openOnly">Leaves out those of which it is known what became of them.</param>
    /// <param name="correctionId">Only those of one correction.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<CopyTask>> ListTasksAsync(
        bool openOnly, Guid? correctionId, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CopyQueries>("ListTasks"))
            .With(openOnly).With(correctionId, NpgsqlDbType.Uuid).With((long)limit);
        return await command.ReadAsync(ToTask, cancellationToken);
    }

    private static CopyView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        StoryId: row.GetGuid(1),
        Kind: Stored.Value<CopyKind>(row.GetString(2)),
        Publisher: row.GetString(3),
        Language: row.Text(4),
        Address: row.Text(5),
        Version: row.GetInt64(6),
        UnlinkedReason: row.Text(7),
        LinkedAt: row.Time(8));

    private static CopyTask ToTask(NpgsqlDataReader row) => new(
        CopyId: row.GetGuid(0),
        Version: row.GetInt64(1),
        Kind: Stored.Value<CopyKind>(row.GetString(2)),
        Publisher: row.GetString(3),
        Language: row.Text(4),
        Address: row.Text(5),
        CorrectionId: row.GetGuid(6),
        Class: Stored.Value<CorrectionClass>(row.GetString(7)),
        Severity: Stored.Value<Severity>(row.GetString(8)),
        Note: row.GetString(9),
        CorrectedAt: row.Time(10),
        Position: row.GetInt64(11),
        StoryId: row.GetGuid(12),
        Slug: row.GetString(13),
        Headline: row.GetString(14),
        Outcome: row.Text(15) is { } outcome ? Stored.Value<CopyOutcome>(outcome) : null,
        Reason: row.Text(16));
}
