using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Writes groups of appends, one after the other, each in one transaction.</summary>
/// <remarks>Used by one thread at a time: <see cref="AppendQueue"/> sees to it.</remarks>
internal sealed class GroupWriter(
    NpgsqlDataSource database, LogListener listener, TimeProvider time, IEventWriter? through = null) : IDisposable
{
    // From here on COPY is faster than arrays.
    private const int ManyEvents = 64;

    // Somebody who appends without our lock, or ends our connections, can be in the way now and then, but not for ever.
    private const int MostAttempts = 5;

    private readonly KnownLog known = new();
    private LogSession? session;

    // Whether another process has appended since our last group. Then we begin by taking the lock and looking, since
    // a guess would be wrong again.
    private bool isShared = true;

    /// <summary>Writes what can be written, and tells each caller what came of its append. Does not throw.</summary>
    /// <returns>Appends that are left for the next group.</returns>
    public IReadOnlyList<PendingAppend> Write(IReadOnlyList<PendingAppend> group)
    {
        try
        {
            var plan = WriteTogether(group);
            known.MoveTo(plan.NewHead, plan.RecordedAt);
            if (plan.Events.Count > 0)
                listener.Announce(new(plan.NewHead, plan.GrownStreams()));

            plan.Announce();
            return plan.Deferred;
        }
        catch (PostgresException e) when (group.Count > 1 && !e.IsUnavailable())
        {
            // The database refuses something in one of them, which is to fail alone.
            return [.. group.SelectMany(append => Write([append]))];
        }
        catch (Exception e)
        {
            Disconnect();
            var failure = e is NpgsqlException n && n.IsUnavailable() ? StoreFailures.Unavailable(n) : e;
            foreach (var append in group)
                append.Fail(failure);

            return [];
        }
    }

    public void Dispose() => Disconnect();

    private GroupPlan WriteTogether(IReadOnlyList<PendingAppend> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                known.ForgetDetails();
                session ??= Connect();
                return Append(group, session);
            }
            catch (Exception e) when (e is NpgsqlException or PlaceTakenException)
            {
                // Nothing was written, and our connection is gone or in a transaction that has failed.
                Disconnect();
                if (attempt == MostAttempts || !(e.IsForeignWriter() || e.IsLostConnection() && attempt == 1))
                    throw;
            }
        }
    }

    private GroupPlan Append(IReadOnlyList<PendingAppend> group, LogSession to)
    {
        if (!isShared && through is null)
        {
            var guess = Plan(group);
            if (guess.Events.Count < ManyEvents && guess.Erasures.Count == 0
                && Certain(to, guess, () => to.AppendAlone(guess)))
                return guess;
        }

        // With the lock in our hands the log stands still.
        isShared = to.BeginAndInspect(group, known);
        var plan = Plan(group);
        to.Append(plan, byCopy: plan.Events.Count >= ManyEvents);
        Certain(to, plan, to.Commit);
        return plan;
    }

    // Marten writes stream after stream, and so the positions are to be.
    private GroupPlan Plan(IReadOnlyList<PendingAppend> group) => new(
        through is null ? group : [.. group.OrderBy(append => append.Request.StreamId)], known, time.GetUtcNow());

    /// <summary>
    /// Runs what ends in a commit. When the answer is lost, what came of it is looked up and not guessed.
    /// </summary>
    private bool Certain(LogSession to, GroupPlan plan, Func<bool> commit)
    {
        try
        {
            return commit();
        }
        catch (NpgsqlException e) when (e.IsLostConnection())
        {
            isShared = true;
            if (!LostAnswer.WasWritten(database, to, plan, e))
                throw;

            // It happened, but nothing more can be said over this connection.
            Disconnect();
            return true;
        }
    }

    private LogSession Connect()
    {
        try
        {
            var opened = LogSession.Open(database, through);
            listener.OwnBackend = opened.Backend;
            isShared = true;
            return opened;
        }
        catch (NpgsqlException e)
        {
            // Whatever the reason, a database that cannot be opened cannot be reached.
            throw StoreFailures.Unavailable(e);
        }
    }

    private void Disconnect()
    {
        session?.Dispose();
        session = null;
    }
}
