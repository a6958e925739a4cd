using Npgsql;

namespace Ledger.Projections.Stories;

/// <summary>Reads the current state of stories.</summary>
public sealed class StoryQueries(NpgsqlDataSource database)
{
    /// <summary>The story of that id, or that now has or once had that slug; null when there is none.</summary>
    public Task<StoryView?> FindAsync(string idOrSlug, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());

    /// <summary>Stories by time of first publication, newest first; <paramref name="text"/> filters by words of the headline.</summary>
    public Task<Page<StorySummary>> ListAsync(
        string? cursor, int limit, string? text, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());
}
