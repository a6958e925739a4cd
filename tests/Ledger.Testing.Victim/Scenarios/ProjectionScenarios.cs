using Ledger.Application;
using Ledger.EventStore.Postgres;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Testing.Victim;

/// <summary>Work on the read models of a log that is there.</summary>
internal static class ProjectionScenarios
{
    /// <summary>Brings the read models up to the end of the log.</summary>
    public static Task CatchUpAsync(Situation situation) => WithAsync(situation, async (database, store) =>
    {
        using var runner = new ProjectionRunner(database, store);
        if (!await runner.CatchUpAsync(TimeSpan.FromMinutes(1), CancellationToken.None))
            throw new InvalidOperationException("The read models did not catch up.");
    });

    /// <summary>Makes all read models anew.</summary>
    public static Task RebuildAsync(Situation situation) => WithAsync(situation, (database, store) =>
        new Rebuild(database, store).RunAsync([], null, CancellationToken.None));

    /// <summary>Leads the projections until it is killed from outside.</summary>
    public static Task LeadAsync(Situation situation) => WithAsync(situation, async (database, store) =>
    {
        using var runner = new ProjectionRunner(database, store);
        await runner.RunAsync(CancellationToken.None);
    });

    // By hand, since putting the whole ledger together takes longer than the work.
    private static async Task WithAsync(Situation situation, Func<NpgsqlDataSource, PostgresEventStore, Task> work)
    {
        await using var database = NpgsqlDataSource.Create(situation.ConnectionString);
        await using var store = new PostgresEventStore(database, LedgerEvents.Catalogue);
        situation.Kill.Arm();
        await work(database, store);
    }
}
