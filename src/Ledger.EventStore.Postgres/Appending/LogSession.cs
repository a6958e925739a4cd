using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>The one connection through which this process appends, with its prepared statements.</summary>
/// <remarks>
/// All of it is synchronous: the thread that writes has nothing else to do, and a connection that was never used
/// otherwise is read without a detour over the runtime's thread for sockets.
/// </remarks>
internal sealed class LogSession : IDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly AppendStatement alone = new();
    private readonly AppendStatement first = new();
    private readonly AppendStatement second = new();
    private readonly NpgsqlBatch aloneBatch;
    private readonly NpgsqlBatch firstBatch;
    private readonly NpgsqlBatch secondBatch;
    private readonly HashSet<NpgsqlBatch> prepared = [];

    private LogSession(NpgsqlConnection connection, DateTime startedAt)
    {
        this.connection = connection;
        Backend = connection.ProcessID;
        StartedAt = startedAt;

        // Without BEGIN and COMMIT a batch is one transaction and one round trip. The lock is a statement of its own:
        // the snapshot of the next one is taken when the lock is granted, and shows all that was appended before.
        aloneBatch = Batch(Lock(), alone.Command);
        firstBatch = Batch(new("begin"), Lock(), first.Command);
        secondBatch = Batch(second.Command);
    }

    /// <summary>The process of the server that this session talks to.</summary>
    public int Backend { get; }

    /// <summary>When that process began, by which it is told from a later one of the same number.</summary>
    public DateTime StartedAt { get; }

    public static LogSession Open(NpgsqlDataSource database)
    {
        var connection = database.OpenConnection();
        try
        {
            using var enter = new NpgsqlCommand(Sql.EnterAppending, connection);
            var startedAt = (DateTime)enter.ExecuteScalar()!;
            return new(connection, startedAt);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Appends in a transaction of its own, in one round trip.</summary>
    public AppendAnswer AppendAlone(GroupPlan plan)
    {
        alone.Fill(plan, plan.Events);
        return Run(aloneBatch);
    }

    /// <summary>Begins a transaction, takes the lock and appends; the transaction stays open.</summary>
    /// <param name="plan">What is to be written.</param>
    /// <param name="copied">Whether the events are copied in afterwards.</param>
    public AppendAnswer BeginAndAppend(GroupPlan plan, bool copied)
    {
        first.Fill(plan, copied ? [] : plan.Events);
        return Run(firstBatch);
    }

    /// <summary>Appends in the transaction that is open.</summary>
    public AppendAnswer AppendAgain(GroupPlan plan, bool copied)
    {
        second.Fill(plan, copied ? [] : plan.Events);
        return Run(secondBatch);
    }

    /// <summary>Brings the events of a plan in, after the append has taken their streams and keys.</summary>
    public void Copy(GroupPlan plan) => EventCopy.Write(connection, plan);

    /// <returns>True: it is written.</returns>
    public bool Commit()
    {
        using var commit = new NpgsqlCommand("commit", connection);
        commit.ExecuteNonQuery();
        return true;
    }

    public void Dispose()
    {
        aloneBatch.Dispose();
        firstBatch.Dispose();
        secondBatch.Dispose();
        connection.Dispose();
    }

    private AppendAnswer Run(NpgsqlBatch batch)
    {
        if (prepared.Add(batch))
            batch.Prepare();

        using var reader = batch.ExecuteReader();

        // What the lock gives comes before it.
        while (reader.FieldCount < AppendAnswer.Columns)
            reader.NextResult();

        reader.Read();
        var answer = AppendAnswer.Read(reader);

        // The commit is what the last message of the server confirms; only after it the append has happened.
        reader.Close();
        return answer;
    }

    private NpgsqlBatch Batch(params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);

        return batch;
    }

    private static NpgsqlBatchCommand Lock() => new("select pg_advisory_xact_lock($1)")
    {
        Parameters = { new NpgsqlParameter<long> { TypedValue = PostgresEventStore.AppendLock } },
    };
}
