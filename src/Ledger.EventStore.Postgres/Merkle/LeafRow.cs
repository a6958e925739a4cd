using System.Text.Json;
using Ledger.Integrity;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>An event, its leaf as it is made of the event now, and the hash that was stored for it.</summary>
/// <param name="Bytes">The leaf: canonical JSON in UTF-8.</param>
/// <param name="Data">The event's data, as it is stored.</param>
/// <param name="Headers">What is stored beside it; JSON null where there is nothing.</param>
/// <param name="Salts">One for each commitment of the leaf, in its order.</param>
/// <param name="Erased">Members of which the value was erased; what is left of it is no part of the leaf.</param>
/// <param name="StoredHash">What <c>log.leaves</c> holds; the tree is made of it.</param>
public sealed record LeafRow(
    long Position, Guid EventId, Guid StreamId, long Version, string Type, byte[] Bytes, EventContext Context,
    byte[] Data, byte[] Headers, byte[] Salts, ErasedMembers Erased, byte[] StoredHash)
{
    /// <exception cref="InvalidDataException">The leaf cannot be made of the row.</exception>
    internal static LeafRow Of(NpgsqlDataReader row)
    {
        var envelope = new EventEnvelope(
            row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5));
        var context = new EventContext(Actor: Text(6), CorrelationId: Text(7), CausationId: Text(8));
        var (data, beside) = (row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10));
        var (salts, erased) = (row.GetFieldValue<byte[]>(11), ErasedMembers.Parse(Text(13)));
        using var parsed = JsonDocument.Parse(data);
        using var headers = JsonDocument.Parse(beside);
        try
        {
            var leaf = EventLeaf.Commit(parsed.RootElement, headers.RootElement, context, salts, erased);
            return new(
                envelope.Position, envelope.Id, envelope.StreamId, envelope.Version, envelope.Type,
                leaf.ToBytes(envelope), context, data, beside, salts, erased,
                row.GetFieldValue<byte[]>(12));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InvalidDataException(
                $"The leaf of the event at position {envelope.Position} cannot be made: {e.Message}", e);
        }

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
