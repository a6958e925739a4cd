using Ledger.Projections.Stories;
using Npgsql;

namespace Ledger.Projections.Corrections;

/// <summary>Reads the corrections of the whole site.</summary>
public sealed class CorrectionQueries(NpgsqlDataSource database)
{
    public Task<CorrectionView?> FindAsync(Guid correctionId, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());

    /// <summary>Corrections, newest first.</summary>
    public Task<Page<CorrectionView>> ListAsync(
        CorrectionFilter filter, string? cursor, int limit, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());

    /// <summary>The corrections of one story, newest first.</summary>
    public Task<IReadOnlyList<CorrectionView>> ListForStoryAsync(Guid storyId, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(database.ToString());
}
