using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>The one connection through which this process appends, with its prepared statements.</summary>
/// <remarks>
/// All of it is synchronous: the thread that writes has nothing else to do. A connection that was never used otherwise
/// is read without a detour over the runtime's thread for sockets; so the store takes it from a source of its own.
/// </remarks>
internal sealed class LogSession : IDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly AppendOneStatement one = new();
    private readonly AppendStatement alone = new();
    private readonly AppendStatement inside;
    private readonly IEventWriter? through;
    private readonly Inspection inspection = new();
    private readonly NpgsqlBatch oneBatch;
    private readonly NpgsqlBatch aloneBatch;
    private readonly NpgsqlBatch lockBatch;
    private readonly NpgsqlBatch inspectBatch;
    private readonly NpgsqlBatch insideBatch;
    private readonly HashSet<NpgsqlBatch> prepared = [];
    private NpgsqlTransaction? transaction;

    private LogSession(NpgsqlConnection connection, DateTime startedAt, IEventWriter? through)
    {
        this.connection = connection;
        this.through = through;
        inside = new(notesOnly: through is not null);
        Backend = connection.ProcessID;
        StartedAt = startedAt;

        // Without BEGIN and COMMIT a statement is one transaction and one round trip. No batch has two: Npgsql leaves
        // all but the first to another thread, for which this one would wait behind everything that waits for one.
        oneBatch = Batch(one.Command);
        aloneBatch = Batch(alone.Command);
        lockBatch = Batch(Lock());
        inspectBatch = Batch(inspection.Command);
        insideBatch = Batch(inside.Command);
    }

    /// <summary>The process of the server that this session talks to.</summary>
    public int Backend { get; }

    /// <summary>When that process began, by which it is told from a later one of the same number.</summary>
    public DateTime StartedAt { get; }

    public static LogSession Open(NpgsqlDataSource database, IEventWriter? through)
    {
        var connection = database.OpenConnection();
        try
        {
            using var enter = new NpgsqlCommand(Sql.EnterAppending, connection);
            var startedAt = (DateTime)enter.ExecuteScalar()!;
            return new(connection, startedAt, through);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Appends in a transaction of its own, in one round trip.</summary>
    /// <returns>False when the plan does not fit the log, and nothing was written.</returns>
    public bool AppendAlone(GroupPlan plan)
    {
        if (AppendOneStatement.Fits(plan))
        {
            one.Fill(plan);
            return Run(oneBatch, row => row.GetBoolean(0));
        }

        alone.Fill(plan, plan.Events);
        return Run(aloneBatch, row => row.GetBoolean(0));
    }

    /// <summary>Begins a transaction, takes the lock and looks how the log stands for a group.</summary>
    /// <returns>Whether somebody else has moved the head of the log.</returns>
    public bool BeginAndInspect(IReadOnlyList<PendingAppend> group, KnownLog known)
    {
        inspection.Fill(group);
        transaction = connection.BeginTransaction();

        // A statement of its own: the snapshot of the next one is taken when the lock is granted, and shows all that
        // was appended before.
        Run(lockBatch, _ => true);
        var isMoved = Run(inspectBatch, row => inspection.Teach(known, row));
        while (inspection.LacksLeaves && MissingLeaves.Write(connection))
        {
            // Each round makes some of them.
        }

        return isMoved;
    }

    /// <summary>Appends in the transaction that is open, in which the log stands still.</summary>
    /// <exception cref="InvalidOperationException">The plan does not fit the log all the same.</exception>
    public void Append(GroupPlan plan, bool byCopy)
    {
        inside.Fill(plan, byCopy || through is not null ? [] : plan.Events);
        if (!Run(insideBatch, row => row.GetBoolean(0)))
            throw new InvalidOperationException("The log moved while it was locked.");

        if (through is not null)
            AppendThrough(through, plan);
        else if (byCopy)
            EventCopy.Write(connection, plan);

        foreach (var (position, words) in plan.Erasures)
            Erase(position, words);
    }

    /// <returns>True: it is written.</returns>
    public bool Commit()
    {
        transaction!.Commit();
        return true;
    }

    public void Dispose()
    {
        oneBatch.Dispose();
        aloneBatch.Dispose();
        lockBatch.Dispose();
        inspectBatch.Dispose();
        insideBatch.Dispose();
        connection.Dispose();
    }

    private void AppendThrough(IEventWriter writer, GroupPlan plan)
    {
        if (plan.Events.Count == 0)
            return;

        writer.Write(transaction!, plan);
        EventCopy.WriteLeaves(connection, plan);
    }

    private void Erase(long position, IReadOnlyList<string> words)
    {
        using var erase = new NpgsqlCommand(Sql.Erase, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = position },
                new NpgsqlParameter<string[]> { TypedValue = [.. words] },
            },
        };
        erase.ExecuteNonQuery();
    }

    private bool Run(NpgsqlBatch batch, Func<NpgsqlDataReader, bool> read)
    {
        if (prepared.Add(batch))
            batch.Prepare();

        using var reader = batch.ExecuteReader();
        var answer = reader.Read() && read(reader);

        // A commit is what the last message of the server confirms; only after it the append has happened.
        reader.Close();
        return answer;
    }

    private NpgsqlBatch Batch(NpgsqlBatchCommand command) => new(connection) { BatchCommands = { command } };

    private static NpgsqlBatchCommand Lock() => new("select pg_advisory_xact_lock($1)")
    {
        Parameters = { new NpgsqlParameter<long> { TypedValue = PostgresEventStore.AppendLock } },
    };
}
