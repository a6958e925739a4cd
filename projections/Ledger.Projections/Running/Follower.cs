using System.Collections.Concurrent;
using System.Globalization;
using Ledger.EventStore;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Brings the live read models forward along the log.</summary>
internal sealed class Follower(
    NpgsqlDataSource database, IEventStore store, IReadOnlyList<IProjection> projections, ILogger logger)
{
    /// <summary>After how long a stopped read model is tried again; a new process tries it at once.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestLockWait = TimeSpan.FromSeconds(20);

    private readonly BatchApplier applier = new(database, Area.Live);
    private readonly StreamFolds folds = new(store);
    private readonly ConcurrentDictionary<string, (long Position, Deadline Pause)> stops = [];

    /// <summary>
    /// Projects until all read models that can go on have reached <paramref name="target"/> or the end of the log, or
    /// the time is up.
    /// </summary>
    /// <returns>Where they stand then.</returns>
    public async Task<LogStatus> AdvanceAsync(long? target, Deadline deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = await LogStatus.ReadAsync(database, projections, cancellationToken);
            var going = status.Models.Where(MayGoOn).ToList();
            var behind = going.Where(model => model.Position < (target ?? status.Head)).ToList();
            if (behind.Count == 0 || deadline.IsOver)
                return status;

            var names = going.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
            var active = projections.Where(projection => names.Contains(projection.Name)).ToList();
            if (!await FollowAsync(behind.Min(model => model.Position), target, active, deadline, cancellationToken))
                return await LogStatus.ReadAsync(database, projections, cancellationToken);
        }
    }

    private bool MayGoOn(ReadModelStatus model) => !stops.TryGetValue(model.Name, out var stop)
        || model.Position >= stop.Position || stop.Pause.IsOver;

    /// <summary>Applies the log from a position on, until somebody fails, others were faster, or it ends.</summary>
    /// <returns>Whether anything was read; else there is nothing to be done.</returns>
    private async Task<bool> FollowAsync(
        long after, long? target, IReadOnlyList<IProjection> active, Deadline deadline,
        CancellationToken cancellationToken)
    {
        var last = after;
        try
        {
            await foreach (var batch in EventBatch.ReadAsync(store, folds, after, cancellationToken))
            {
                var wait = deadline.Left < LongestLockWait ? deadline.Left : LongestLockWait;
                var applied = await applier.ApplyAsync(batch, active, wait, cancellationToken);
                last = batch.Last;
                foreach (var failure in applied.Failures)
                    await StopAsync(failure.Projection, failure.Position, failure.Message, cancellationToken);

                if (!applied.Moved || applied.Failures.Count > 0 || last >= target || deadline.IsOver)
                    break;
            }
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            // Not one of the read models, which would have been caught before: the log itself cannot be read on.
            var (position, message) = Unreadable(failure, last);
            foreach (var projection in active)
                await StopAsync(projection, position, message, cancellationToken);
        }

        return last > after;
    }

    private static (long Position, string Message) Unreadable(Exception failure, long last) => failure switch
    {
        UnknownEventTypeException unknown => (unknown.Position, unknown.Message),
        UnfoldableException unfoldable => (unfoldable.Position, unfoldable.Message),
        _ => (last + 1, string.Create(CultureInfo.InvariantCulture,
            $"The log cannot be read after position {last}: {failure.Message}")),
    };

    private async Task StopAsync(
        IProjection projection, long position, string message, CancellationToken cancellationToken)
    {
        stops[projection.Name] = (position, new(RetryAfter));
        logger.Stopped(projection.Name, position, message);
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Area.Live, [], LongestLockWait, cancellationToken);
        await using var command = transaction.Connection.Command(Sql.Of<Follower>("RecordError"))
            .With(projection.Name)
            .With(projection.Version)
            .With(position)
            .With(message);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
