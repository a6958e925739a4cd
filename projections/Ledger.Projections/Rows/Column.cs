using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Rows;

/// <summary>One column of a table, and where its value stands in a row.</summary>
internal abstract class Column<TRow>
{
    /// <summary>Writes the value of a row into a table that is being filled.</summary>
    public abstract void Write(NpgsqlBinaryImporter copy, TRow row);

    /// <summary>The values of many rows, for <c>unnest</c>.</summary>
    public abstract NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows);
}

/// <inheritdoc/>
internal sealed class Column<TRow, T>(NpgsqlDbType type, Func<TRow, T> value) : Column<TRow>
{
    public override void Write(NpgsqlBinaryImporter copy, TRow row)
    {
        if (value(row) is { } present)
            copy.Write(present, type);
        else
            copy.WriteNull();
    }

    public override NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);

        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
