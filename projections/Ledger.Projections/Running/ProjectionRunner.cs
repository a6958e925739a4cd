using Ledger.EventStore;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Keeps the read models up with the log.</summary>
public sealed class ProjectionRunner(NpgsqlDataSource database, IEventStore store)
{
    /// <summary>Creates what is missing of the read models' tables.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{store}");

    /// <summary>
    /// Returns when the read models contain every event that was in the log at the call, or the time is up. Projects
    /// itself where nobody else does, so that it also works with no server running.
    /// </summary>
    /// <returns>False when the time was up or a read model has stopped.</returns>
    public Task<bool> CatchUpAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{store}");

    /// <summary>Follows the log until cancelled, as the leader, or waiting to become it.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException($"{database}{store}");

    public Task<IReadOnlyList<ReadModelStatus>> GetStatusAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{store}");
}
