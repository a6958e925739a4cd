using Npgsql;

namespace Ledger.Projections.Changelog;

/// <summary>Reads the public changelog of a story.</summary>
public sealed class ChangelogQueries(NpgsqlDataSource database)
{
    /// <summary>Changes of a story, newest first, below version <paramref name="before"/> when it is given.</summary>
    public Task<IReadOnlyList<ChangelogEntry>> ListAsync(
        Guid storyId, long? before, int limit, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());
}
