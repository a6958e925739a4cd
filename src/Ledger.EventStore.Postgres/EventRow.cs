using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>One row of <c>mt_events</c>, in the order of columns of the statements that read.</summary>
internal readonly struct EventRow(NpgsqlDataReader row)
{
    private readonly NpgsqlDataReader row = row;

    public byte[] Data { get; } = row.GetFieldValue<byte[]>(6);

    /// <exception cref="UnknownEventTypeException">The catalogue lacks the type.</exception>
    /// <exception cref="InvalidDataException">The data does not have the shape of its type.</exception>
    public RecordedEvent ToEvent(EventCatalogue catalogue)
    {
        var (position, streamId, version, type) = (row.GetInt64(0), row.GetGuid(2), row.GetInt64(3), row.GetString(4));
        if (!catalogue.Knows(type))
            throw new UnknownEventTypeException(type, position, streamId, version);

        try
        {
            return new(position, row.GetGuid(1), streamId, version, type, catalogue.Read(type, Data),
                row.GetFieldValue<DateTimeOffset>(5),
                Headers.Read(row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7), Text(8), Text(9), Text(10)));
        }
        catch (JsonException e)
        {
            var where = string.Create(CultureInfo.InvariantCulture,
                $"The event at position {position} (stream {streamId}, version {version})");
            throw new InvalidDataException($"{where} does not read as '{type}': {e.Message}", e);
        }
    }

    private string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
