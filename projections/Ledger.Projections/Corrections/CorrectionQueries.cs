using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Ledger.Projections.Searching;
using Ledger.Projections.Stories;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Corrections;

/// <summary>Reads the corrections of the whole site.</summary>
public sealed class CorrectionQueries(NpgsqlDataSource database)
{
    public async Task<CorrectionView?> FindAsync(Guid correctionId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CorrectionQueries>("Find")).With(correctionId);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>Corrections, newest first, by the time at which they are said to have gone out.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that a page of this list has given.</exception>
    public async Task<Page<CorrectionView>> ListAsync(
        CorrectionFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var after = Cursor.Parse(cursor);
        long? afterPosition = after is null ? null
            : long.TryParse(after.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
            : throw Cursor.Malformed(cursor!);

        await using var command = database.CreateCommand(Sql.Of<CorrectionQueries>("List"))
            .With(after?.Time, NpgsqlDbType.TimestampTz)
            .With(afterPosition, NpgsqlDbType.Bigint)
            .With(filter.Class is { } @class ? Stored.Name(@class) : null, NpgsqlDbType.Text)
            .With(filter.Section, NpgsqlDbType.Text)
            .With(filter.From?.ToUniversalTime(), NpgsqlDbType.TimestampTz)
            .With(filter.To?.ToUniversalTime(), NpgsqlDbType.TimestampTz)
            .With(limit + 1L)
            .With(filter.Text is { } text ? TextSearch.Query(text) : null, NpgsqlDbType.Text)
            .With(TextSearch.Configurations)
            .With(filter.InWithheld)
            .With(Found.Options);
        var corrections = await command.ReadAsync(ToFound, cancellationToken);
        return corrections.ToPage(limit, last => new(
            last.OccurredAt, last.Position.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The corrections of one story, newest first.</summary>
    public async Task<IReadOnlyList<CorrectionView>> ListForStoryAsync(
        Guid storyId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<CorrectionQueries>("ListForStory")).With(storyId);
        return await command.ReadAsync(ToView, cancellationToken);
    }

    private static CorrectionView ToFound(NpgsqlDataReader row) => ToView(row) with
    {
        FoundInNote = Found.Read(row.Text(21)),
        FoundInStory = Found.Read(row.Text(22)) ?? Found.Read(row.Text(23)),
    };

    internal static CorrectionView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        StoryId: row.GetGuid(1),
        Slug: row.GetString(2),
        Headline: row.GetString(3),
        Section: row.Text(4),
        Class: Stored.Value<CorrectionClass>(row.GetString(5)),
        Severity: Stored.Value<Severity>(row.GetString(6)),
        Note: row.GetString(7),
        Claims: row.Json<IReadOnlyList<Claim>>(8),
        Places: row.Json<IReadOnlyList<Place>>(9),
        Revision: row.GetInt32(10),
        Position: row.GetInt64(11),
        Actor: row.GetString(12),
        ActorName: row.Text(13),
        OccurredAt: row.Time(14),
        RecordedAt: row.Time(15))
    {
        Apology = row.GetBoolean(16),
        Review = row.IsDBNull(17) ? null : row.Json<CorrectionReview>(17),
        ApprovedAfterwards = row.GetBoolean(18),
        Changes = row.Json<IReadOnlyList<CorrectionChange>>(19),
        StoryStatus = Stored.Value<StoryStatus>(row.GetString(20)),
    };
}
