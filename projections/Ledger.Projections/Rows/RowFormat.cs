using System.Collections;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Rows;

/// <summary>How the rows of a table are written: the same values in the same order, whichever way they take.</summary>
/// <param name="copySql">Fills an empty table; its columns stand in the order of those given here.</param>
/// <param name="saveSql">Merges rows into those that are there; takes one array for each column.</param>
internal sealed class RowFormat<TRow>(string copySql, string saveSql) : IEnumerable<Column<TRow>>
{
    private readonly List<Column<TRow>> columns = [];

    public void Add<T>(NpgsqlDbType type, Func<TRow, T> value) => columns.Add(new Column<TRow, T>(type, value));

    /// <summary>Rows that are to be written.</summary>
    public IWrite Of(IReadOnlyList<TRow> rows) => new RowSet<TRow>(this, rows);

    public IEnumerator<Column<TRow>> GetEnumerator() => columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public NpgsqlBatchCommand Save(IReadOnlyList<TRow> rows)
    {
        var command = new NpgsqlBatchCommand(saveSql);
        foreach (var column in columns)
            command.Parameters.Add(column.ToParameter(rows));

        return command;
    }

    // Without waiting asynchronously for each of many small values, most of which only go into a buffer.
    public void Copy(IReadOnlyList<TRow> rows, NpgsqlConnection connection)
    {
        using var copy = connection.BeginBinaryImport(copySql);
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var column in columns)
                column.Write(copy, row);
        }

        copy.Complete();
    }
}
