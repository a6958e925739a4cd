using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Finds the position of an event by its id.</summary>
/// <remarks>
/// The log has no index of ids, since each append would pay for it. But ids begin with the time at which they were made
/// (UUIDv7, RFC 9562), events are recorded soon after, and times of recording grow with positions.
/// </remarks>
public sealed class EventFinder(NpgsqlDataSource database)
{
    private const int TimedVersion = 7;

    // The clocks of two nodes may differ, and a command may wait for its turn.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(15);

    // No event will be made by then, and what is later may be no time at all.
    private static readonly long Latest = new DateTimeOffset(9000, 1, 1, 0, 0, 0, default).ToUnixTimeMilliseconds();

    /// <summary>The position of an event, or null when the log has none of that id.</summary>
    /// <param name="everywhere">
    /// Whether to read the whole log for one whose id says nothing of its time, as ids of other programs may.
    /// </param>
    public async Task<long?> FindAsync(Guid id, bool everywhere, CancellationToken cancellationToken)
    {
        if (id.Version == TimedVersion && MillisecondOf(id) is var millisecond && millisecond < Latest)
        {
            var made = DateTimeOffset.FromUnixTimeMilliseconds(millisecond);
            var first = await FirstSinceAsync(made - Before, cancellationToken);
            var last = await FirstSinceAsync(made + After, cancellationToken);
            if (await ScalarAsync(Sql.FindPositionBetween, cancellationToken, id, first, last) is long near)
                return near;
        }

        return everywhere ? await ScalarAsync(Sql.FindPosition, cancellationToken, id) as long? : null;
    }

    // Times grow with positions, so that halving finds it: the first position that was recorded at a time or later.
    private async Task<long> FirstSinceAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var probe = new NpgsqlCommand(Sql.ProbeTime, connection);
        var position = new NpgsqlParameter<long>();
        probe.Parameters.Add(position);
        long low = 1, high = await new MerkleLog(database).CountLeavesAsync(cancellationToken) + 1;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            position.TypedValue = middle;
            await using var row = await probe.ExecuteReaderAsync(cancellationToken);
            if (await row.ReadAsync(cancellationToken) && row.GetFieldValue<DateTimeOffset>(1) < time)
                low = row.GetInt64(0) + 1;
            else
                high = middle;
        }

        return low;
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static long MillisecondOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
    }
}
