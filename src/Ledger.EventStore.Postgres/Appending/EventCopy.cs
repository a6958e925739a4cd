using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Brings many events in by binary COPY, which takes half the time of a statement.</summary>
internal static class EventCopy
{
    public static void Write(NpgsqlConnection connection, GroupPlan plan)
    {
        using (var copy = connection.BeginBinaryImport(Sql.CopyEvents))
        {
            foreach (var e in plan.Events)
                WriteEvent(copy, e, plan.RecordedAt);

            copy.Complete();
        }

        WriteLeaves(connection, plan);
    }

    public static void WriteLeaves(NpgsqlConnection connection, GroupPlan plan)
    {
        using var copy = connection.BeginBinaryImport(Sql.CopyLeaves);
        foreach (var e in plan.Events)
        {
            copy.StartRow();
            copy.Write(e.Position, NpgsqlDbType.Bigint);
            copy.Write(e.LeafAt(plan.RecordedAt), NpgsqlDbType.Bytea);
            copy.Write(e.Event.Salts, NpgsqlDbType.Bytea);
        }

        copy.Complete();
    }

    private static void WriteEvent(NpgsqlBinaryImporter copy, PlacedEvent e, DateTimeOffset recordedAt)
    {
        copy.StartRow();
        copy.Write(e.Position, NpgsqlDbType.Bigint);
        copy.Write(e.Event.Id, NpgsqlDbType.Uuid);
        copy.Write(e.StreamId, NpgsqlDbType.Uuid);
        copy.Write(e.Version, NpgsqlDbType.Bigint);
        copy.Write(e.Event.Alias, NpgsqlDbType.Varchar);
        copy.Write(e.Event.DotNetType, NpgsqlDbType.Varchar);
        copy.Write(e.Event.Data, NpgsqlDbType.Jsonb);
        copy.Write(e.Event.Headers, NpgsqlDbType.Jsonb);
        copy.Write(e.Event.Metadata.CorrelationId, NpgsqlDbType.Varchar);
        copy.Write(e.Event.Metadata.CausationId, NpgsqlDbType.Varchar);
        copy.Write(e.Event.Metadata.Actor, NpgsqlDbType.Varchar);
        copy.Write(recordedAt, NpgsqlDbType.TimestampTz);
        copy.Write("*DEFAULT*", NpgsqlDbType.Varchar);
        copy.Write(false, NpgsqlDbType.Boolean);
    }
}
