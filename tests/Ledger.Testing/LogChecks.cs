using System.Text.Json;
using Ledger.Integrity;
using Npgsql;

namespace Ledger.Testing;

/// <summary>What must hold for every log at every moment, read from its tables and not through the program.</summary>
public static class LogChecks
{
    /// <summary>What is wrong with a log, in sentences; nothing when it is whole.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(NpgsqlDataSource database)
    {
        var faults = new List<string>();
        await AddAsync("positions with a gap before them", """
            select seq_id from (select seq_id, lag(seq_id, 1, 0) over (order by seq_id) as before from events.mt_events)
              as e where seq_id <> before + 1
            """);
        await AddAsync("events with a gap before them in their stream", """
            select seq_id from (
              select seq_id, version, lag(version, 1, 0) over (partition by stream_id order by version) as before
              from events.mt_events) as e
            where version <> before + 1
            """);
        await AddAsync("events recorded before the one before them", """
            select seq_id from (
              select seq_id, "timestamp", lag("timestamp") over (order by seq_id) as before from events.mt_events) as e
            where "timestamp" < before
            """);
        await AddAsync("streams whose row has another version than their last event", """
            select s.id from events.mt_streams s
            where version <> (select max(e.version) from events.mt_events e where e.stream_id = s.id)
            """);
        await AddAsync("commands whose event is not where they say", """
            select c.id from ops.commands c
            left join events.mt_events e
              on e.seq_id = c.position and e.version = c.version and e.stream_id = c.stream_id
            where e.seq_id is null
            """);
        await AddAsync("events without a leaf, and leaves without an event", """
            select coalesce(e.seq_id, l.position)
            from events.mt_events e full join log.leaves l on l.position = e.seq_id
            where e.seq_id is null or l.position is null
            """);
        await foreach (var position in FindFalseLeavesAsync(database))
            faults.Add($"The leaf at position {position} is not that of its event.");

        return faults;

        async Task AddAsync(string what, string sql)
        {
            await using var command = database.CreateCommand(sql);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                faults.Add($"There are {what}: {rows.GetValue(0)}.");
        }
    }

    private static async IAsyncEnumerable<long> FindFalseLeavesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("""
            select e.seq_id, e.id, e.stream_id, e.version, e.type, e."timestamp", e.user_name, e.correlation_id,
              e.causation_id, e.data::text, coalesce(e.headers, 'null')::text, l.hash, l.salts
            from events.mt_events e join log.leaves l on l.position = e.seq_id
            order by e.seq_id
            """);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            using var data = JsonDocument.Parse(row.GetString(9));
            using var headers = JsonDocument.Parse(row.GetString(10));
            var leaf = EventLeaf.Commit(
                data.RootElement, headers.RootElement,
                new(Actor: Text(6), CorrelationId: Text(7), CausationId: Text(8)), row.GetFieldValue<byte[]>(12));
            var hash = leaf.Hash(new(
                row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5)));
            if (!hash.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(11)))
                yield return row.GetInt64(0);
        }

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
