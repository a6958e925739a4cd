using Ledger.EventStore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Keeps the read models up with the log.</summary>
public sealed class ProjectionRunner : IDisposable
{
    private const string Lead = "ledger:lead";

    private static readonly TimeSpan Ever = TimeSpan.FromDays(365);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource database;
    private readonly IEventStore store;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly ILogger logger;
    private readonly Follower follower;

    // Of many callers in one process, one does the work of all.
    private readonly SemaphoreSlim catchUp = new(1);

    public ProjectionRunner(NpgsqlDataSource database, IEventStore store, ILogger<ProjectionRunner>? logger = null)
        : this(database, store, ReadModels.All, logger)
    {
    }

    internal ProjectionRunner(
        NpgsqlDataSource database, IEventStore store, IReadOnlyList<IProjection> projections,
        ILogger<ProjectionRunner>? logger = null)
    {
        this.database = database;
        this.store = store;
        this.projections = projections;
        this.logger = logger ?? NullLogger<ProjectionRunner>.Instance;
        follower = new(database, store, projections, this.logger);
    }

    /// <summary>
    /// Creates what is missing of the read models' tables, and makes those anew whose version has changed or whose
    /// tables are lost. Safe at every start, by many at once.
    /// </summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        new Migration(database, new Rebuild(database, store, projections, logger), projections)
            .RunAsync(cancellationToken);

    /// <summary>
    /// Returns when the read models contain every event that was in the log at the call, or the time is up. Projects
    /// itself where nobody else does, so that it also works with no server running.
    /// </summary>
    /// <remarks>
    /// A leader is not waited for but raced: both work under one lock, and whoever comes second finds the work done.
    /// The time bounds the waiting; a batch that has been begun is finished.
    /// </remarks>
    /// <returns>False when the time was up or a read model has stopped.</returns>
    public async Task<bool> CatchUpAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(atMost);
        var status = await LogStatus.ReadAsync(database, projections, cancellationToken);
        var target = status.Head;
        if (status.HasReached(target))
            return true;

        if (!await catchUp.WaitAsync(deadline.Left, cancellationToken))
            return false;

        try
        {
            return await AdvanceAsync(target, deadline, cancellationToken);
        }
        finally
        {
            catchUp.Release();
        }
    }

    /// <summary>Follows the log until cancelled, as the leader, or waiting to become it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        while (true)
        {
            try
            {
                await using var leadership = await SessionLock.AcquireAsync(database, Lead, cancellationToken);
                logger.Leading();
                while (true)
                {
                    await leadership.ConfirmAsync(cancellationToken);
                    var status = await follower.AdvanceAsync(null, new(Ever), cancellationToken);
                    backoff.Reset();
                    await store.WaitForGrowthAsync(status.Head, SleepAfter(status), cancellationToken);
                }
            }
            catch (Exception failure) when (Transient.Is(failure))
            {
                logger.LostDatabase(backoff.Next, failure);
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<ReadModelStatus>> GetStatusAsync(CancellationToken cancellationToken) =>
        (await LogStatus.ReadAsync(database, projections, cancellationToken)).Models;

    public void Dispose() => catchUp.Dispose();

    private async Task<bool> AdvanceAsync(long target, Deadline deadline, CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        while (true)
        {
            try
            {
                var status = await follower.AdvanceAsync(target, deadline, cancellationToken);
                return status.HasReached(target);
            }
            catch (Exception failure) when (Transient.Is(failure))
            {
                if (deadline.IsOver)
                    return false;

                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    // What is still behind has stopped.
    private static TimeSpan SleepAfter(LogStatus status) =>
        status.HasReached(status.Head) ? LongestSleep : Follower.RetryAfter;
}
