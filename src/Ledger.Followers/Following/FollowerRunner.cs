using Ledger.EventStore;
using Ledger.Followers.Storing;
using Ledger.Projections.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ledger.Followers.Following;

/// <summary>Leads all followers of the log, in one process of those that could.</summary>
public sealed class FollowerRunner(
    NpgsqlDataSource database, IEventStore store, IEnumerable<IFollowerSource> sources, TimeProvider? time = null,
    ILogger<FollowerRunner>? logger = null)
{
    private const string Lead = "ledger:followers";

    // Followers come and go, and a lock may be lost with its connection.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterDefect = TimeSpan.FromSeconds(10);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger<FollowerRunner>.Instance;

    /// <summary>Follows until it is cancelled, as the leader, or waiting to become it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        while (true)
        {
            try
            {
                await using var leadership = await SessionLock.AcquireAsync(database, Lead, cancellationToken);
                logger.LeadingFollowers();
                await LeadAsync(leadership, backoff, cancellationToken);
            }
            catch (Exception failure) when (Transient.Is(failure))
            {
                logger.FollowersLostDatabase(backoff.Next, failure);
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    private async Task LeadAsync(SessionLock leadership, Backoff backoff, CancellationToken cancellationToken)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (true)
            {
                await leadership.ConfirmAsync(cancellationToken);
                foreach (var follower in await ListAsync(cancellationToken))
                {
                    if (!running.ContainsKey(follower.Name))
                        running.Add(follower.Name, Task.Run(() => FollowAsync(follower, ending.Token), ending.Token));
                }

                backoff.Reset();
                await Task.WhenAny([Task.Delay(Look, cancellationToken), .. running.Values]);
                foreach (var (name, task) in running.Where(pair => pair.Value.IsCompleted).ToList())
                {
                    running.Remove(name);
                    await task;
                }
            }
        }
        finally
        {
            // Whoever leads next finds nothing of ours under way.
            await ending.CancelAsync();
            await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(IFollower follower, CancellationToken cancellationToken)
    {
        var deliveries = new Deliveries(database, follower.Name, time);
        try
        {
            await new FollowerLoop(follower, store, deliveries, logger).RunAsync(cancellationToken);
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            // The others go on; what ends with the database ends with it for all.
            logger.FollowerFailed(follower.Name, AfterDefect, failure);
            await Task.Delay(AfterDefect, cancellationToken);
        }
    }

    private async Task<List<IFollower>> ListAsync(CancellationToken cancellationToken)
    {
        var followers = new List<IFollower>();
        foreach (var source in sources)
            followers.AddRange(await source.ListAsync(cancellationToken));

        return followers;
    }
}
