using Npgsql;

namespace Ledger.Projections.Revisions;

/// <summary>Reads past states of stories; each is one read, whatever its age.</summary>
public sealed class RevisionQueries(NpgsqlDataSource database)
{
    /// <summary>Revision <paramref name="revision"/> (1 or more) of a story, or null when it has none of that number.</summary>
    public Task<RevisionView?> FindAsync(Guid storyId, int revision, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());

    /// <summary>The last revision that is said to have gone out at or before a time; null when that is before the first.</summary>
    public Task<RevisionView?> FindAtAsync(Guid storyId, DateTimeOffset time, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());

    /// <summary>Revisions of a story, newest first, below <paramref name="before"/> when it is given.</summary>
    public Task<IReadOnlyList<RevisionSummary>> ListAsync(
        Guid storyId, int? before, int limit, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());
}
