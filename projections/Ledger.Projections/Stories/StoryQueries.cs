using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Ledger.Projections.Searching;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Stories;

/// <summary>Reads the current state of stories.</summary>
public sealed class StoryQueries(NpgsqlDataSource database)
{
    /// <summary>The story of that id, or that now has or once had that slug; null when there is none.</summary>
    public async Task<StoryView?> FindAsync(string idOrSlug, CancellationToken cancellationToken)
    {
        var byId = Guid.TryParse(idOrSlug, out var id);
        await using var command = database.CreateCommand(Sql.Of<StoryQueries>("Find"))
            .With(byId ? id : null, NpgsqlDbType.Uuid)
            .With(byId ? null : idOrSlug, NpgsqlDbType.Text);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>Stories, that published last first.</summary>
    /// <param name="cursor">Where the page before ended; null asks for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="text">Words of the story as it is now to look for; null filters nothing.</param>
    /// <param name="withheld">Whether those are listed too whose words are kept from the public.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The cursor is not one that a page of this list has given.</exception>
    public async Task<Page<StorySummary>> ListAsync(
        string? cursor, int limit, string? text, bool withheld, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var after = Cursor.Parse(cursor);
        Guid? afterId = after is null ? null
            : Guid.TryParseExact(after.Key, "N", out var id) ? id : throw Cursor.Malformed(cursor!);

        await using var command = database.CreateCommand(Sql.Of<StoryQueries>("List"))
            .With(after?.Time, NpgsqlDbType.TimestampTz)
            .With(afterId, NpgsqlDbType.Uuid)
            .With(string.IsNullOrWhiteSpace(text) ? null : TextSearch.Query(text), NpgsqlDbType.Text)
            .With(limit + 1L)
            .With(withheld)
            .With(TextSearch.Configurations)
            .With(Found.Options);
        var stories = await command.ReadAsync(ToSummary, cancellationToken);
        return stories.ToPage(limit, last => new(
            last.PublishedAt, last.Id.ToString("N", CultureInfo.InvariantCulture)));
    }

    private static StoryView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        Slug: row.GetString(1),
        Status: Stored.Value<StoryStatus>(row.GetString(2)),
        Notice: row.Text(3),
        Revision: row.GetInt32(4),
        Version: row.GetInt64(5),
        Position: row.GetInt64(6),
        PublishedAt: row.Time(7),
        UpdatedAt: row.Time(8),
        Article: row.Json<Article>(9))
    {
        Basis = row.Text(10) is { } basis ? Stored.Value<RemovalBasis>(basis) : null,
        BlockedBy = row.Text(11),
    };

    private static StorySummary ToSummary(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        Slug: row.GetString(1),
        Headline: row.GetString(2),
        Standfirst: row.Text(3),
        Section: row.Text(4),
        Language: row.GetString(5),
        Status: Stored.Value<StoryStatus>(row.GetString(6)),
        Revision: row.GetInt32(7),
        Corrections: row.GetInt32(8),
        PublishedAt: row.Time(9),
        UpdatedAt: row.Time(10))
    {
        Found = Found.Read(row.Text(11)) ?? Found.Read(row.Text(12)),
    };
}
