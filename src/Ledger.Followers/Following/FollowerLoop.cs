using Ledger.EventStore;
using Ledger.Followers.Storing;
using Ledger.Projections.Running;
using Microsoft.Extensions.Logging;

namespace Ledger.Followers.Following;

/// <summary>Tells one follower what it wants: notes what the log has for it, and hands over what is due.</summary>
internal sealed class FollowerLoop(
    IFollower follower, IEventStore store, Deliveries deliveries, ILogger logger)
{
    // What one look at the log takes.
    private const int Page = 500;

    // So much is noted ahead. Then the log is not read on, so that one who is away for long fills no table; it counts
    // what is parked and what waits for it as well.
    private const int MostKept = 10_000;

    // After that it is looked whether something has become due, or somebody has paused, resumed or replayed.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Guid, Task> inHand = [];
    private int page = Page;

    /// <summary>Goes on until it is cancelled or the follower is removed; nothing is in hand when it returns.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (await deliveries.FindAsync(ending.Token) is { } state)
            {
                var reached = state.Paused ? null : await FillAsync(state, ending.Token);
                if (!state.Paused)
                    await HandOutAsync(ending.Token);

                await WaitAsync(reached, ending.Token);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(inHand.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Up to where the log has been looked through; null where it is not to be read on for now.</returns>
    private async Task<long?> FillAsync(FollowerState state, CancellationToken cancellationToken)
    {
        if (state.Kept >= MostKept)
            return null;

        try
        {
            var read = await store.ReadAllAsync(state.Position, page, cancellationToken).ToListAsync(cancellationToken);
            page = Page;
            if (read.Count == 0)
                return state.Position;

            var last = read[^1].Position;
            await deliveries.FillAsync(state.Position, last, [.. read.Where(follower.Wants)], cancellationToken);
            return last;
        }
        catch (Exception failure) when (Transient.IsNot(failure) && page > 1)
        {
            // Of many events that are read at once one may be unreadable; one by one those before it are read.
            page = 1;
            return state.Position;
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            if (await deliveries.StandAsync(failure.Message, cancellationToken))
                logger.Stands(follower.Name, state.Position, failure.Message);

            return null;
        }
    }

    private async Task HandOutAsync(CancellationToken cancellationToken)
    {
        var free = follower.Concurrency - inHand.Count;
        if (free <= 0)
            return;

        foreach (var due in await deliveries.ListDueAsync(inHand.Keys, free, cancellationToken))
            inHand.Add(due.Stream, Task.Run(() => HandOverAsync(due, cancellationToken), CancellationToken.None));
    }

    private async Task HandOverAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        switch (await AttemptAsync(due, cancellationToken))
        {
            case Handover.Failed failed:
                var pause = follower.Retries.After(due.Attempts + 1, failed.NotBefore);
                await deliveries.FailedAsync(due.Position, pause, failed.Reason, cancellationToken);
                if (pause is null)
                    logger.Parked(follower.Name, due.Position, due.Attempts + 1, failed.Reason);

                break;
            case Handover.Refused refused:
                await deliveries.RefusedAsync(refused.Reason, cancellationToken);
                logger.WasRefused(follower.Name, refused.Reason);
                break;
            default:
                // The other side has it: that is noted even when we are to end.
                await deliveries.TakenAsync(due.Position, CancellationToken.None);
                break;
        }
    }

    private async Task<Handover> AttemptAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var recorded = await store.ReadAllAsync(due.Position - 1, limit: 1, cancellationToken)
            .SingleAsync(cancellationToken);
        try
        {
            return await follower.DeliverAsync(recorded, cancellationToken);
        }
        catch (Exception failure) when (!Transient.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new Handover.Failed(failure.Message);
        }
    }

    /// <summary>Returns when something in hand is done, the log has grown, or it is time to look again.</summary>
    private async Task WaitAsync(long? reached, CancellationToken cancellationToken)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var grown = reached is { } position
            ? store.WaitForGrowthAsync(position, Look, woken.Token)
            : Task.Delay(Look, woken.Token);
        await Task.WhenAny([grown, .. inHand.Values]);
        await woken.CancelAsync();
        await grown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (grown.IsFaulted)
            await grown;

        foreach (var (stream, task) in inHand.Where(pair => pair.Value.IsCompleted).ToList())
        {
            inHand.Remove(stream);
            await task;
        }
    }
}
