using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres;

public sealed partial class PostgresEventStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
        Guid streamId, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = new PageSize(limit: null);
        for (var from = range.FromVersion; ;)
        {
            var page = await ReadPageAsync(Sql.ReadStream, size, cancellationToken,
                new NpgsqlParameter<Guid> { TypedValue = streamId },
                new NpgsqlParameter<long> { TypedValue = from },
                new NpgsqlParameter<long> { TypedValue = range.ToVersion },
                Timestamp(range.ToTime));
            foreach (var recorded in page)
                yield return recorded;

            if (size.WasLast)
                yield break;

            from = checked(page[^1].Version + 1);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = new PageSize(limit);
        while (!size.WasLast)
        {
            var page = await ReadPageAsync(Sql.ReadAll, size, cancellationToken,
                new NpgsqlParameter<long> { TypedValue = afterPosition });
            foreach (var recorded in page)
                yield return recorded;

            if (page.Count > 0)
                afterPosition = page[^1].Position;
        }
    }

    // A page is read whole before any of it is given, so that a slow reader holds no connection.
    private async Task<List<RecordedEvent>> ReadPageAsync(
        string sql, PageSize size, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = size.Rows });
        try
        {
            await command.PrepareAsync(cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var page = new List<RecordedEvent>();
            size.Begin();
            while (!size.IsFull && await reader.ReadAsync(cancellationToken))
            {
                var row = new EventRow(reader);
                page.Add(row.ToEvent(catalogue));
                size.Add(row.Data.Length);
            }

            size.End(page.Count);
            return page;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private static NpgsqlParameter Timestamp(DateTimeOffset? time) => new()
    {
        Value = (object?)time?.ToUniversalTime() ?? DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.TimestampTz,
    };
}
