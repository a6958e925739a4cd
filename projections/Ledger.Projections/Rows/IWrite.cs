using Npgsql;

namespace Ledger.Projections.Rows;

/// <summary>Something that is to be written, in one of two ways that lead to the same rows.</summary>
internal interface IWrite
{
    /// <summary>Adds what merges it into the rows that are there.</summary>
    void Save(NpgsqlBatch batch);

    /// <summary>Adds it to tables in which nothing is that it could meet.</summary>
    void Copy(NpgsqlConnection connection);
}

/// <summary>Rows of one table.</summary>
internal sealed record RowSet<TRow>(RowFormat<TRow> Format, IReadOnlyList<TRow> Rows) : IWrite
{
    public void Save(NpgsqlBatch batch)
    {
        if (Rows.Count > 0)
            batch.BatchCommands.Add(Format.Save(Rows));
    }

    public void Copy(NpgsqlConnection connection)
    {
        if (Rows.Count > 0)
            Format.Copy(Rows, connection);
    }
}

/// <summary>A statement that is run either way.</summary>
internal sealed record Statement(string Sql, params IReadOnlyList<NpgsqlParameter> Parameters) : IWrite
{
    public void Save(NpgsqlBatch batch)
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var parameter in Parameters)
            command.Parameters.Add(parameter);

        batch.BatchCommands.Add(command);
    }

    public void Copy(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);
        Save(batch);
        batch.ExecuteNonQuery();
    }
}
