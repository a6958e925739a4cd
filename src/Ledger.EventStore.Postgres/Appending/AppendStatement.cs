using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>The statement that appends a group, prepared once and given new values for each group.</summary>
internal sealed class AppendStatement
{
    private readonly List<Action<GroupPlan, IReadOnlyList<PlacedEvent>>> fill = [];

    /// <param name="notesOnly">
    /// Whether to write what stands beside the events alone, keys and commands, because another writes the events.
    /// </param>
    public AppendStatement(bool notesOnly = false)
    {
        One(NpgsqlDbType.Bigint, plan => plan.Head);
        One(NpgsqlDbType.Bigint, plan => notesOnly ? plan.Head : plan.NewHead);
        One(NpgsqlDbType.TimestampTz, plan => plan.RecordedAt);
        One(NpgsqlDbType.Text, plan => ChangeNotice.Write(plan.NewHead, plan.GrownStreams()));

        Func<GroupPlan, IReadOnlyCollection<PlannedStream>> streams = plan => notesOnly ? [] : plan.Streams;
        Many(NpgsqlDbType.Uuid, streams, stream => stream.Id);
        Many(NpgsqlDbType.Varchar, streams, stream => stream.Type);
        Many(NpgsqlDbType.Bigint, streams, stream => stream.Before);
        Many(NpgsqlDbType.Bigint, streams, stream => stream.After);

        Many(NpgsqlDbType.Text, plan => plan.Keys, key => key.Key);
        Many(NpgsqlDbType.Uuid, plan => plan.Keys, key => key.Value);

        Many(NpgsqlDbType.Text, plan => plan.AskedCommands, id => id);
        Many(NpgsqlDbType.Text, plan => plan.Commands, receipt => receipt.Command.Id);
        Many(NpgsqlDbType.Bytea, plan => plan.Commands, receipt => receipt.Command.Fingerprint.ToArray());
        Many(NpgsqlDbType.Uuid, plan => plan.Commands, receipt => receipt.StreamId);
        Many(NpgsqlDbType.Bigint, plan => plan.Commands, receipt => receipt.Version);
        Many(NpgsqlDbType.Bigint, plan => plan.Commands, receipt => receipt.Position);

        OfEvents(NpgsqlDbType.Bigint, (_, e) => e.Position);
        OfEvents(NpgsqlDbType.Uuid, (_, e) => e.Event.Id);
        OfEvents(NpgsqlDbType.Uuid, (_, e) => e.StreamId);
        OfEvents(NpgsqlDbType.Bigint, (_, e) => e.Version);
        OfEvents(NpgsqlDbType.Varchar, (_, e) => e.Event.Alias);
        OfEvents(NpgsqlDbType.Varchar, (_, e) => e.Event.DotNetType);
        OfEvents(NpgsqlDbType.Jsonb, (_, e) => e.Event.Data);
        OfEvents(NpgsqlDbType.Jsonb, (_, e) => e.Event.Headers);
        OfEvents(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.CorrelationId);
        OfEvents(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.CausationId);
        OfEvents(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.Actor);
        OfEvents(NpgsqlDbType.Bytea, (plan, e) => e.LeafAt(plan.RecordedAt));
        OfEvents(NpgsqlDbType.Bytea, (_, e) => e.Event.Salts);
    }

    public NpgsqlBatchCommand Command { get; } = new(Sql.Append);

    /// <summary>Sets the values of a plan.</summary>
    /// <param name="plan">What is to be written.</param>
    /// <param name="events">Its events, or none of them when they are copied in afterwards.</param>
    public void Fill(GroupPlan plan, IReadOnlyList<PlacedEvent> events)
    {
        foreach (var set in fill)
            set(plan, events);
    }

    private void One<T>(NpgsqlDbType type, Func<GroupPlan, T> value)
    {
        var parameter = Add<T>(type);
        fill.Add((plan, _) => parameter.TypedValue = value(plan));
    }

    private void Many<TItem, T>(
        NpgsqlDbType type, Func<GroupPlan, IReadOnlyCollection<TItem>> items, Func<TItem, T> value)
    {
        var parameter = Add<T[]>(NpgsqlDbType.Array | type);
        fill.Add((plan, _) => parameter.TypedValue = [.. items(plan).Select(value)]);
    }

    private void OfEvents<T>(NpgsqlDbType type, Func<GroupPlan, PlacedEvent, T> value)
    {
        var parameter = Add<T[]>(NpgsqlDbType.Array | type);
        fill.Add((plan, events) =>
        {
            var column = new T[events.Count];
            for (var i = 0; i < column.Length; i++)
                column[i] = value(plan, events[i]);

            parameter.TypedValue = column;
        });
    }

    private NpgsqlParameter<T> Add<T>(NpgsqlDbType type)
    {
        var parameter = new NpgsqlParameter<T> { NpgsqlDbType = type };
        Command.Parameters.Add(parameter);
        return parameter;
    }
}
