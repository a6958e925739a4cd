using Npgsql;

namespace Ledger.Projections.Tests;

/// <summary>All rows of all tables of the read models, whatever tables there are, as text in a fixed order.</summary>
internal sealed record ReadTables(IReadOnlyDictionary<string, IReadOnlyList<string>> Rows)
{
    public static async Task<ReadTables> ReadAsync(NpgsqlDataSource database)
    {
        var tables = await ColumnAsync(
            database, "select tablename from pg_tables where schemaname = 'read' order by 1");
        var rows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in tables)
            rows[table] = await ColumnAsync(database, $"select t::text from read.\"{table}\" t order by 1");

        return new(rows);
    }

    /// <summary>Fails with the first table and rows that differ.</summary>
    public static void AssertEqual(ReadTables expected, ReadTables actual)
    {
        Assert.Equal(expected.Rows.Keys, actual.Rows.Keys);
        foreach (var (table, rows) in expected.Rows)
        {
            Assert.True(rows.SequenceEqual(actual.Rows[table]), $"""
                The rows of {table} differ. Only expected:
                {string.Join('\n', rows.Except(actual.Rows[table]).Take(3))}
                Only there:
                {string.Join('\n', actual.Rows[table].Except(rows).Take(3))}
                """);
        }
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestSite.Cancelled);
        var values = new List<string>();
        while (await reader.ReadAsync(TestSite.Cancelled))
            values.Add(reader.GetString(0));

        return values;
    }
}
