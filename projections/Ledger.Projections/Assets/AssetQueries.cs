using System.Globalization;
using Ledger.Domain.Assets;
using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Assets;

/// <summary>Reads the pictures of the stories, and what is done about them.</summary>
public sealed class AssetQueries(NpgsqlDataSource database)
{
    /// <summary>A picture that a story uses or that has a stream of its own; null when there is none.</summary>
    public async Task<AssetView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var uses = await ListUsesAsync(id, cancellationToken);
        await using var command = database.CreateCommand(Sql.Of<AssetQueries>("Find")).With(id);
        var registered = await command.ReadOneAsync(row => ToView(id, row, uses), cancellationToken);
        return registered
            ?? (uses.Count == 0 ? null : new(id, uses[0].Url, AssetState.Initial, 0, null, null, uses));
    }

    /// <summary>Where a picture is used, whatever state the story is in.</summary>
    public async Task<IReadOnlyList<AssetUseView>> ListUsesAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<AssetQueries>("ListUses")).With(id);
        return await command.ReadAsync(ToUse, cancellationToken);
    }

    /// <summary>Pictures, those used last first.</summary>
    /// <param name="cursor">Where the last page ended; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="text">Words of the address, or of what is said beside it in any story.</param>
    /// <param name="openOnly">Leaves out those about which nothing is to be done.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The cursor is not one that a page of this list has given.</exception>
    public async Task<Page<AssetSummary>> ListAsync(
        string? cursor, int limit, string? text, bool openOnly, CancellationToken cancellationToken)
    {
        var after = Cursor.Parse(cursor);
        Guid? afterId = after is null ? null
            : Guid.TryParseExact(after.Key, "N", out var id) ? id : throw Cursor.Malformed(cursor!);

        await using var command = database.CreateCommand(Sql.Of<AssetQueries>("List"))
            .With(after?.Time, NpgsqlDbType.TimestampTz)
            .With(afterId, NpgsqlDbType.Uuid)
            .With(string.IsNullOrWhiteSpace(text) ? null : text, NpgsqlDbType.Text)
            .With(openOnly)
            .With(limit + 1L);
        var assets = await command.ReadAsync(ToSummary, cancellationToken);
        return assets.ToPage(limit, last => new(last.At, last.Id.ToString("N", CultureInfo.InvariantCulture)));
    }

    /// <summary>The corrections that are approved and not in the stories yet, with their pictures.</summary>
    public async Task<IReadOnlyList<(Guid Asset, Guid Correction)>> FindDueAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<AssetQueries>("Due"));
        return await command.ReadAsync(row => (row.GetGuid(0), row.GetGuid(1)), cancellationToken);
    }

    private static AssetView ToView(Guid id, NpgsqlDataReader row, IReadOnlyList<AssetUseView> uses)
    {
        var state = row.Json<AssetState>(0);
        return new(id, state.Registered!.Url, state, row.GetInt64(1), row.Time(2), row.Time(3), uses);
    }

    private static AssetUseView ToUse(NpgsqlDataReader row) => new(
        StoryId: row.GetGuid(0),
        Slug: row.GetString(1),
        Headline: row.GetString(2),
        Status: Stored.Value<StoryStatus>(row.GetString(3)),
        Language: row.GetString(4),
        Section: row.Text(5),
        StoryVersion: row.GetInt64(6),
        BlockId: row.GetString(7),
        Url: row.GetString(8),
        Words: new(row.Text(9), row.Text(10), row.Text(11)));

    private static AssetSummary ToSummary(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        Url: row.GetString(1),
        Stories: (int)row.GetInt64(2),
        At: row.Time(3),
        Caption: row.Text(4),
        Credit: row.Text(5),
        Awaiting: row.GetInt32(6),
        Exceptions: row.GetInt32(7),
        Version: row.GetInt64(8));
}
