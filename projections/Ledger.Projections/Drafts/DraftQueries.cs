using Ledger.Domain.Drafts;
using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Drafts;

/// <summary>A draft of a correction, with the story it is for as that is now.</summary>
/// <param name="Version">The version of the draft's own stream.</param>
public sealed record DraftView(
    Guid Id, DraftState State, long Version, DateTimeOffset BegunAt, DateTimeOffset ChangedAt, string Slug,
    string Headline, string Language)
{
    public DraftContent Content => State.Content!;

    /// <summary>Whether it waits for an approval for longer than the policy of the house wants.</summary>
    public bool IsOverdueAt(DateTimeOffset now) =>
        (State.Status == DraftStatus.Submitted || State.LacksApproval) && now > State.DueAt;
}

/// <summary>Reads the drafts of corrections, for the desk.</summary>
public sealed class DraftQueries(NpgsqlDataSource database)
{
    public async Task<DraftView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<DraftQueries>("Find")).With(id);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>The drafts that were changed last; each filter that is null does not filter.</summary>
    public async Task<IReadOnlyList<DraftView>> ListAsync(
        DraftStatus? status, Guid? story, bool? lacksApproval, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<DraftQueries>("List"))
            .With(status is { } wanted ? Stored.Name(wanted) : null, NpgsqlDbType.Text)
            .With(story, NpgsqlDbType.Uuid)
            .With(lacksApproval, NpgsqlDbType.Boolean)
            .With((long)limit);
        return await command.ReadAsync(ToView, cancellationToken);
    }

    /// <summary>The approved drafts that are to be published by a time and are not yet.</summary>
    public async Task<IReadOnlyList<Guid>> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<DraftQueries>("Due")).With(now.ToUniversalTime());
        return await command.ReadAsync(row => row.GetGuid(0), cancellationToken);
    }

    private static DraftView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        State: row.Json<DraftState>(1),
        Version: row.GetInt64(2),
        BegunAt: row.Time(3),
        ChangedAt: row.Time(4),
        Slug: row.GetString(5),
        Headline: row.GetString(6),
        Language: row.GetString(7));
}
