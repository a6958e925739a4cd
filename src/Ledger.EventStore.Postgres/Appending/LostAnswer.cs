using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Finds out what came of a commit whose answer was lost with its connection.</summary>
internal static class LostAnswer
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the events of a plan are in the log; afterwards this cannot change any more.</summary>
    /// <exception cref="EventStoreUnavailableException">The database does not come back in time.</exception>
    public static bool WasWritten(
        NpgsqlDataSource database, LogSession lost, GroupPlan plan, NpgsqlException reason)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return Look(database, lost, plan);
            }
            catch (NpgsqlException e) when (e.IsUnavailable())
            {
                if (TimeProvider.System.GetElapsedTime(start) > Longest)
                    throw Unknown(reason);

                Thread.Sleep(BeforeTryingAgain);
            }
        }
    }

    private static bool Look(NpgsqlDataSource database, LogSession lost, GroupPlan plan)
    {
        using var connection = database.OpenConnection();

        // A process of the server does not notice that its client is gone, and might still commit after we have looked.
        using var end = new NpgsqlCommand(Sql.EndBackend, connection)
        {
            Parameters = { new() { Value = lost.Backend }, new() { Value = lost.StartedAt } },
        };
        while (end.ExecuteScalar() is not null)
            Thread.Sleep(BeforeTryingAgain);

        if (plan.Events.Count == 0)
            return false;

        // All events of a group are there, or none is.
        var (e, stream, version, _) = plan.Events[0];
        using var find = new NpgsqlCommand(Sql.FindAppended, connection)
        {
            Parameters = { new() { Value = stream }, new() { Value = version }, new() { Value = e.Id } },
        };
        return find.ExecuteScalar() is not null;
    }

    private static EventStoreUnavailableException Unknown(NpgsqlException reason) => new(
        "The database went away during an append and did not come back; whether the events were written is not known. "
        + $"{reason.Message}",
        reason);
}
