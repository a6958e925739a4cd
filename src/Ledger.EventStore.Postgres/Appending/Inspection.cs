using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Looks up what a group has to know of the log, once a guess has turned out wrong.</summary>
internal sealed class Inspection
{
    private readonly NpgsqlParameter<Guid[]> streams = Array<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<string[]> keys = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<string[]> commands = Array<string>(NpgsqlDbType.Text);

    public Inspection() => Command = new(Sql.Inspect) { Parameters = { streams, keys, commands } };

    public NpgsqlBatchCommand Command { get; }

    public void Fill(IReadOnlyList<PendingAppend> group)
    {
        streams.TypedValue = [.. group.Select(append => append.Request.StreamId).Distinct()];
        keys.TypedValue = [.. group.SelectMany(append => append.Keys).Distinct(StringComparer.Ordinal)];
        commands.TypedValue = [.. group.Select(append => append.Request.Command?.Id).OfType<string>().Distinct()];
    }

    /// <summary>Whether events were found that have no leaf.</summary>
    public bool LacksLeaves { get; private set; }

    /// <summary>Puts right what was believed of the log.</summary>
    /// <returns>Whether somebody else has moved its head since we last knew it.</returns>
    public bool Teach(KnownLog known, NpgsqlDataReader row)
    {
        var head = row.IsDBNull(0) ? 0 : row.GetInt64(0);
        var isMoved = known.Head != head;
        known.MoveTo(head, row.IsDBNull(1) ? DateTimeOffset.MinValue : row.GetFieldValue<DateTimeOffset>(1));

        LacksLeaves = !row.IsDBNull(2) && row.GetBoolean(2);

        // A stream that has no row has no event.
        foreach (var stream in streams.TypedValue!)
            known.Versions[stream] = 0;

        foreach (var (stream, version) in Pairs<Guid, long>(row, 3))
            known.Versions[stream] = version;

        foreach (var (key, holder) in Pairs<string, Guid>(row, 5))
            known.Keys[key] = holder;

        var appendedTo = row.GetFieldValue<Guid[]>(9);
        var versions = row.GetFieldValue<long[]>(10);
        var positions = row.GetFieldValue<long[]>(11);
        foreach (var (i, (id, fingerprint)) in Pairs<string, byte[]>(row, 7).Index())
            known.Commands[id] = new(new(id, fingerprint), appendedTo[i], versions[i], positions[i]);

        return isMoved;
    }

    private static IEnumerable<(T1, T2)> Pairs<T1, T2>(NpgsqlDataReader row, int first) =>
        row.GetFieldValue<T1[]>(first).Zip(row.GetFieldValue<T2[]>(first + 1));

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type };
}
