using System.Runtime.CompilerServices;
using Ledger.EventStore;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Makes read models anew from the events, beside the old ones, and swaps them in one transaction.</summary>
/// <remarks>
/// Only one rebuild of a database runs at a time; another waits for it. One that is killed leaves what readers see
/// untouched; the next one of the same read models by the same program goes on where it was, any other begins anew.
/// </remarks>
public sealed class Rebuild
{
    internal const string LockName = "ledger:rebuild";

    // Each of them keeps a process of the database busy, too.
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 2, 8);

    private readonly NpgsqlDataSource database;
    private readonly IEventStore store;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly ILogger logger;
    private readonly BatchApplier applier;
    private readonly StreamFolds folds;

    public Rebuild(NpgsqlDataSource database, IEventStore store, ILogger<Rebuild>? logger = null)
        : this(database, store, ReadModels.All, logger ?? NullLogger<Rebuild>.Instance)
    {
    }

    internal Rebuild(
        NpgsqlDataSource database, IEventStore store, IReadOnlyList<IProjection> projections, ILogger logger)
    {
        this.database = database;
        this.store = store;
        this.projections = projections;
        this.logger = logger;
        applier = new(database, Area.Shadow);
        folds = new(store);
    }

    /// <summary>The names of all read models.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ReadModels.All.Select(projection => projection.Name)];

    /// <summary>Rebuilds the named read models, or all of them when no name is given.</summary>
    /// <exception cref="ArgumentException">A name is not that of a read model.</exception>
    /// <exception cref="RebuildStoppedException">A read model cannot get past an event.</exception>
    /// <exception cref="UnknownEventTypeException">The log holds an event of a type that nobody here knows.</exception>
    public async Task RunAsync(
        IReadOnlyList<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => projections.All(projection => projection.Name != name)) is { } stranger)
        {
            throw new ArgumentException(
                $"'{stranger}' is not a read model; there are {string.Join(", ", Names)}.", nameof(names));
        }

        var asked = projections.Where(projection => names.Count == 0 || names.Contains(projection.Name)).ToList();
        await using var alone = await SessionLock.AcquireAsync(database, LockName, cancellationToken);
        await RunAloneAsync(asked, progress, cancellationToken);
    }

    /// <summary>Rebuilds read models for a caller that has the lock.</summary>
    internal async Task RunAloneAsync(
        IReadOnlyList<IProjection> asked, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await MakeAsync(asked, progress, cancellationToken);
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            // What is wrong may lie in what was made so far.
            await Shadow.DropAsync(database);
            throw;
        }
    }

    private async Task MakeAsync(
        IReadOnlyList<IProjection> asked, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", asked.Select(projection => projection.Name));
        logger.Rebuilding(names);
        var position = await LoadAsync(asked, progress, cancellationToken);
        var backoff = new Backoff();
        position = await FillAsync(asked, position, progress, cancellationToken);
        await AnalyzeAsync(cancellationToken);
        while (!await TrySwapAsync(asked, position, cancellationToken))
        {
            logger.SwapWaits();
            await backoff.WaitAsync(cancellationToken);
            position = await FillAsync(asked, position, progress, cancellationToken);
        }

        logger.Rebuilt(names, position);
    }

    /// <summary>Loads the log as it is now, stream by stream.</summary>
    /// <returns>The position that the new tables contain.</returns>
    internal async Task<long> LoadAsync(
        IReadOnlyList<IProjection> asked, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var shadow = await Shadow.OpenAsync(database, store, asked, Workers, cancellationToken);
        try
        {
            var done = shadow.Loaded;
            var gate = new Lock();
            var loader = new SpanLoader(shadow, store, events =>
            {
                lock (gate)
                {
                    done += events;
                    progress?.Report(new(done, Math.Max(done, shadow.Target)));
                }
            });
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = Workers,
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(shadow.Pending, options,
                async (span, cancelled) => await loader.LoadAsync(span, cancelled));
            return await shadow.CompleteAsync(cancellationToken);
        }
        catch (PostgresException e) when (Transient.IsNot(e))
        {
            // Rows that the tables refuse do not say which event they are of; to merge event after event does.
            var empty = await Shadow.CreateAsync(database, asked, 0, [], cancellationToken);
            return await empty.CompleteAsync(cancellationToken);
        }
    }

    /// <summary>Applies the log after a position to the shadow tables, up to its end.</summary>
    private async Task<long> FillAsync(
        IReadOnlyList<IProjection> asked, long after, IProgress<RebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(cancellationToken);
        await foreach (var batch in ReadAsync(asked, after, cancellationToken))
        {
            var applied = await applier.ApplyAsync(batch, asked, Shadow.LockWait, cancellationToken);
            if (applied.Failures is [var failure, ..])
                throw new RebuildStoppedException(failure.Projection.Name, failure.Position, failure.Message);

            after = batch.Last;
            progress?.Report(new(after, Math.Max(after, head)));
        }

        return after;
    }

    private async IAsyncEnumerable<EventBatch> ReadAsync(
        IReadOnlyList<IProjection> asked, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batches = EventBatch.ReadAsync(store, folds, after, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync())
            yield return batches.Current;

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await batches.MoveNextAsync();
            }
            catch (UnfoldableException stop)
            {
                throw new RebuildStoppedException(asked[0].Name, stop.Position, stop.Message);
            }
        }
    }

    private async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<Rebuild>("Analyze"));
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Applies the rest of the log, while nobody else projects, and puts the new tables in place.</summary>
    /// <returns>False when readers held on to the old tables.</returns>
    private async Task<bool> TrySwapAsync(
        IReadOnlyList<IProjection> asked, long after, CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Area.Shadow, [Area.Shadow.Lock, Area.Live.Lock], Shadow.LockWait, cancellationToken);
        await foreach (var batch in ReadAsync(asked, after, cancellationToken))
            await transaction.ApplyAsync(batch, asked, cancellationToken);

        try
        {
            await Shadow.ExecuteAsync(transaction.Connection, Sql.Of<Rebuild>("Swap"), cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
