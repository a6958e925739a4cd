using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Integrity;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Makes the leaves of events whose writer has made none, so that the tree has no gap.</summary>
internal static class MissingLeaves
{
    private const int MostAtOnce = 2_000;

    /// <summary>Writes leaves in the transaction of a connection that has the append lock.</summary>
    /// <returns>Whether there may be more to be made.</returns>
    public static bool Write(NpgsqlConnection connection)
    {
        var leaves = Make(connection);
        if (leaves.Count == 0)
            return false;

        using var copy = connection.BeginBinaryImport(Sql.CopyLeaves);
        foreach (var (position, hash, salts) in leaves)
        {
            copy.StartRow();
            copy.Write(position, NpgsqlDbType.Bigint);
            copy.Write(hash, NpgsqlDbType.Bytea);
            copy.Write(salts, NpgsqlDbType.Bytea);
        }

        copy.Complete();
        return leaves.Count == MostAtOnce;
    }

    private static List<(long Position, byte[] Hash, byte[] Salts)> Make(NpgsqlConnection connection)
    {
        using var select = new NpgsqlCommand(Sql.MissingLeaves, connection)
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = MostAtOnce } },
        };
        using var row = select.ExecuteReader();
        var leaves = new List<(long, byte[], byte[])>();
        while (row.Read())
        {
            var (leaf, salts) = Commit(row);
            leaves.Add((row.GetInt64(0), leaf.Hash(EnvelopeOf(row)), salts));
        }

        return leaves;
    }

    private static (EventLeaf Leaf, byte[] Salts) Commit(NpgsqlDataReader row)
    {
        using var data = JsonDocument.Parse(row.GetFieldValue<byte[]>(9));
        using var headers = JsonDocument.Parse(row.GetFieldValue<byte[]>(10));
        var context = new EventContext(Actor: Text(6), CorrelationId: Text(7), CausationId: Text(8));
        try
        {
            var salts = RandomNumberGenerator.GetBytes(
                EventLeaf.SaltsLength(data.RootElement, headers.RootElement, context));
            return (EventLeaf.Commit(data.RootElement, headers.RootElement, context, salts), salts);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(
                $"The event at position {row.GetInt64(0)}, which Ledger has not written, has no leaf: {e.Message}", e);
        }

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    private static EventEnvelope EnvelopeOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5));
}
