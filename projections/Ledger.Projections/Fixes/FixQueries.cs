using Ledger.Domain.Fixes;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Fixes;

/// <summary>A proposed fix, with the story it is for as that is now.</summary>
/// <param name="Version">The version of the proposal's own stream.</param>
/// <param name="StoryVersion">The version of the story now; a fix fits only the one it was made on.</param>
public sealed record FixView(
    Guid Id, Fix Fix, long Version, DateTimeOffset ProposedAt, string? ProposedByName, string Slug, string Headline,
    string Language, string? Section, long StoryVersion)
{
    public FixStatus Status => FoldedFix.StatusOf(Fix);

    /// <summary>Whether the story has changed since, so that it has to be proposed anew.</summary>
    public bool IsOutOfDate => Status == FixStatus.Proposed && StoryVersion != Fix.Proposed.StoryVersion;
}

/// <summary>Reads the minor fixes that need a second person, for the desk.</summary>
public sealed class FixQueries(NpgsqlDataSource database)
{
    public async Task<FixView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<FixQueries>("Find")).With(id);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>The fixes of a status, those that wait for longest first.</summary>
    public async Task<IReadOnlyList<FixView>> ListAsync(
        FixStatus status, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<FixQueries>("List"))
            .With(Stored.Name(status))
            .With((long)limit);
        return await command.ReadAsync(ToView, cancellationToken);
    }

    private static FixView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        Fix: row.Json<Fix>(1),
        Version: row.GetInt64(2),
        ProposedAt: row.Time(3),
        ProposedByName: row.Text(4),
        Slug: row.GetString(5),
        Headline: row.GetString(6),
        Language: row.GetString(7),
        Section: row.Text(8),
        StoryVersion: row.GetInt64(9));
}
