using Ledger.EventStore;
using Ledger.Projections.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>How far a rebuild has come.</summary>
public sealed record RebuildProgress(long Position, long Head);

/// <summary>A rebuild met an event that a read model cannot get past; what readers see is as it was.</summary>
public sealed class RebuildStoppedException(string name, long position, string message) : Exception(message)
{
    /// <summary>The read model.</summary>
    public string Name { get; } = name;

    /// <summary>The position of the event.</summary>
    public long Position { get; } = position;
}

/// <summary>Makes read models anew from the events, beside the old ones, and swaps them in one transaction.</summary>
/// <remarks>
/// Only one rebuild of a database runs at a time; another waits for it. One that is killed leaves what readers see
/// untouched, and the next one throws away what it left behind.
/// </remarks>
public sealed class Rebuild
{
    internal const string Lock = "ledger:rebuild";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(20);

    private readonly NpgsqlDataSource database;
    private readonly IEventStore store;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly ILogger logger;
    private readonly BatchApplier applier;

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
        await using var alone = await SessionLock.AcquireAsync(database, Lock, cancellationToken);
        await RunAloneAsync(asked, progress, cancellationToken);
    }

    /// <summary>Rebuilds read models for a caller that has the lock.</summary>
    internal async Task RunAloneAsync(
        IReadOnlyList<IProjection> asked, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", asked.Select(projection => projection.Name));
        logger.Rebuilding(names);
        await CreateShadowAsync(asked, cancellationToken);
        var backoff = new Backoff();
        var position = await FillAsync(asked, 0, progress, cancellationToken);
        await AnalyzeAsync(cancellationToken);
        while (!await TrySwapAsync(asked, position, cancellationToken))
        {
            logger.SwapWaits();
            await backoff.WaitAsync(cancellationToken);
            position = await FillAsync(asked, position, progress, cancellationToken);
        }

        logger.Rebuilt(names, position);
    }

    private async Task CreateShadowAsync(IReadOnlyList<IProjection> asked, CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Area.Shadow, [], LockWait, cancellationToken);
        await ExecuteAsync(transaction, "CreateShadow", cancellationToken);
        await Migration.CreateAsync(asked, transaction.Connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Applies the log after a position to the shadow tables, up to its end.</summary>
    private async Task<long> FillAsync(
        IReadOnlyList<IProjection> asked, long after, IProgress<RebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(cancellationToken);
        await foreach (var batch in EventBatch.ReadAsync(store, after, cancellationToken))
        {
            var applied = await applier.ApplyAsync(batch, asked, LockWait, cancellationToken);
            if (applied.Failures is [var failure, ..])
                throw new RebuildStoppedException(failure.Projection.Name, failure.Position, failure.Message);

            after = batch.Last;
            progress?.Report(new(after, Math.Max(after, head)));
        }

        return after;
    }

    private async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<Rebuild>("Analyze"));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Applies the rest of the log, while nobody else projects, and puts the new tables in place.</summary>
    /// <returns>False when readers held on to the old tables.</returns>
    private async Task<bool> TrySwapAsync(
        IReadOnlyList<IProjection> asked, long after, CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Area.Shadow, [Area.Shadow.Lock, Area.Live.Lock], LockWait, cancellationToken);
        await foreach (var batch in EventBatch.ReadAsync(store, after, cancellationToken))
            await transaction.ApplyAsync(batch, asked, cancellationToken);

        try
        {
            await ExecuteAsync(transaction, "Swap", cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task ExecuteAsync(
        BatchTransaction transaction, string statement, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection.Command(Sql.Of<Rebuild>(statement));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
