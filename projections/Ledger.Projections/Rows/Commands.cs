using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Rows;

/// <summary>Short ways to give a statement its parameters, in their order, and to read its rows.</summary>
internal static class Commands
{
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql) => new(sql, connection);

    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>A parameter that may be null, for which Npgsql needs to be told the type.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, object? value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }

    /// <summary>One column of many rows, as an array for <c>unnest</c>.</summary>
    public static NpgsqlCommand Column<TRow, T>(
        this NpgsqlCommand command, IReadOnlyCollection<TRow> rows, Func<TRow, T> value) =>
        command.With<T[]>([.. rows.Select(value)]);

    public static async Task<List<T>> ReadAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));

        return rows;
    }

    public static async Task<T?> ReadOneAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
        where T : class
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? row(reader) : null;
    }

    public static string? Text(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static T Json<T>(this NpgsqlDataReader reader, int column) => Stored.Parse<T>(reader.GetString(column));

    public static DateTimeOffset Time(this NpgsqlDataReader reader, int column) =>
        reader.GetFieldValue<DateTimeOffset>(column);
}
