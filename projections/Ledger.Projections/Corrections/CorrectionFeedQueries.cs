using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;

namespace Ledger.Projections.Corrections;

/// <summary>A correction as it stood when it was issued, or after one of its changes.</summary>
/// <param name="Correction">Its story has the headline of that time, and its id in the place of the address.</param>
/// <param name="Status">What the story is now.</param>
/// <param name="StoryRecordedAt">When the last change of the story was recorded.</param>
public sealed record CorrectionState(
    CorrectionView Correction, string Language, StoryStatus Status, DateTimeOffset StoryRecordedAt);

/// <summary>Reads what happened to the corrections of the site, in the order of the log, for who follows it.</summary>
public sealed class CorrectionFeedQueries(NpgsqlDataSource database)
{
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CorrectionFeedQueries>("CountStates"));
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>States in the order of the log, those after the first <paramref name="skip"/>.</summary>
    public async Task<IReadOnlyList<CorrectionState>> ListAsync(
        long skip, long limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CorrectionFeedQueries>("ListStates"))
            .With(skip)
            .With(limit);
        return await command.ReadAsync(row => new CorrectionState(
            CorrectionQueries.ToView(row), row.GetString(21), Stored.Value<StoryStatus>(row.GetString(20)),
            row.Time(22)), cancellationToken);
    }
}
