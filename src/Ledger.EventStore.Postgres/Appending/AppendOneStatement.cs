using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>The statement that appends one event to a stream that is there, with neither keys nor a command.</summary>
internal sealed class AppendOneStatement
{
    private readonly List<Action<GroupPlan, PlacedEvent>> fill = [];

    public AppendOneStatement()
    {
        Set(NpgsqlDbType.Bigint, (plan, _) => plan.Head);
        Set(NpgsqlDbType.Bigint, (_, e) => e.Position);
        Set(NpgsqlDbType.TimestampTz, (plan, _) => plan.RecordedAt);
        Set(NpgsqlDbType.Text, (_, e) => ChangeNotice.Write(e.Position, [e.StreamId]));
        Set(NpgsqlDbType.Uuid, (_, e) => e.StreamId);
        Set(NpgsqlDbType.Bigint, (_, e) => e.Version - 1);
        Set(NpgsqlDbType.Bigint, (_, e) => e.Version);
        Set(NpgsqlDbType.Uuid, (_, e) => e.Event.Id);
        Set(NpgsqlDbType.Varchar, (_, e) => e.Event.Alias);
        Set(NpgsqlDbType.Varchar, (_, e) => e.Event.DotNetType);
        Set(NpgsqlDbType.Jsonb, (_, e) => e.Event.Data);
        Set(NpgsqlDbType.Jsonb, (_, e) => e.Event.Headers);
        Set(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.CorrelationId);
        Set(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.CausationId);
        Set(NpgsqlDbType.Varchar, (_, e) => e.Event.Metadata.Actor);
        Set(NpgsqlDbType.Bytea, (plan, e) => e.LeafAt(plan.RecordedAt));
        Set(NpgsqlDbType.Bytea, (_, e) => e.Event.Salts);
    }

    public NpgsqlBatchCommand Command { get; } = new(Sql.AppendOne);

    /// <summary>Whether all that a plan writes is one event that this statement can append.</summary>
    public static bool Fits(GroupPlan plan) =>
        plan.Events is [{ Version: > 1 }] && plan.Streams.Count == 1 && plan.Keys.Count == 0
        && plan.AskedCommands.Count == 0;

    /// <summary>Sets the values of such a plan.</summary>
    public void Fill(GroupPlan plan)
    {
        foreach (var set in fill)
            set(plan, plan.Events[0]);
    }

    private void Set<T>(NpgsqlDbType type, Func<GroupPlan, PlacedEvent, T> value)
    {
        var parameter = new NpgsqlParameter<T> { NpgsqlDbType = type };
        Command.Parameters.Add(parameter);
        fill.Add((plan, e) => parameter.TypedValue = value(plan, e));
    }
}
