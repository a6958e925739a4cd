using Npgsql;

namespace Ledger.Faults.Tests.Storm;

/// <summary>All rows of all read models, as one sum for each table.</summary>
internal static class ReadModelRows
{
    public static async Task<SortedDictionary<string, string>> SumAsync(NpgsqlDataSource database)
    {
        var tables = new List<string>();
        await using (var list = database.CreateCommand("select tablename from pg_tables where schemaname = 'read'"))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        }

        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            // The name comes from the catalogue, and is quoted by it.
            await using var sum = database.CreateCommand(
                "select query_to_xml(format('select count(*), md5(string_agg(t::text, chr(10) order by t::text)) "
                + "from read.%I as t', $1::text), true, true, '')::text");
            sum.Parameters.Add(new() { Value = table });
            sums[table] = (string)(await sum.ExecuteScalarAsync())!;
        }

        return sums;
    }
}
