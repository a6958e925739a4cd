using System.Data;
using System.Globalization;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>The one transaction in which rows and checkpoints move together.</summary>
internal sealed class BatchTransaction : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private BatchTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        Connection = connection;
        this.transaction = transaction;
    }

    public NpgsqlConnection Connection { get; }

    /// <summary>Begins a transaction in an area, and has the locks when it returns.</summary>
    /// <exception cref="PostgresException">A lock was not to be had in time (<c>55P03</c>).</exception>
    public static Task<BatchTransaction> BeginAsync(
        NpgsqlDataSource database, Area area, IReadOnlyList<string> locks, TimeSpan lockTimeout,
        CancellationToken cancellationToken) =>
        BeginAsync(database, area, locks, lockTimeout, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>Begins a transaction that sees what others committed before it, and nothing of them later.</summary>
    public static Task<BatchTransaction> BeginMomentAsync(
        NpgsqlDataSource database, Area area, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        BeginAsync(database, area, [], lockTimeout, IsolationLevel.RepeatableRead, cancellationToken);

    private static async Task<BatchTransaction> BeginAsync(
        NpgsqlDataSource database, Area area, IReadOnlyList<string> locks, TimeSpan lockTimeout,
        IsolationLevel isolation, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var begun = new BatchTransaction(
                connection, await connection.BeginTransactionAsync(isolation, cancellationToken));
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Enter(area, lockTimeout) } };
            foreach (var name in locks)
                batch.BatchCommands.Add(Lock(name));

            await batch.ExecuteNonQueryAsync(cancellationToken);
            return begun;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes on in an area, in which unqualified names are then looked up.</summary>
    public async Task EnterAsync(Area area, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { Enter(area, lockTimeout) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives each read model those of the events that its checkpoint says it does not have yet.</summary>
    /// <returns>Whether any of them had something to do.</returns>
    public async Task<bool> ApplyAsync(
        EventBatch batch, IReadOnlyList<IProjection> projections, CancellationToken cancellationToken)
    {
        var checkpoints = await ReadCheckpointsAsync(projections, cancellationToken);

        // One that stands before the batch has stopped there; to give it these events would be to skip some.
        var behind = projections
            .GroupBy(projection => checkpoints[projection.Name])
            .Where(standing => standing.Key >= batch.After && standing.Key < batch.Last)
            .ToList();
        if (behind.Count == 0)
            return false;

        await using var writes = new NpgsqlBatch(Connection);
        foreach (var standing in behind)
        {
            var missing = StepBatch.Of([.. batch.Steps.Where(step => step.Position > standing.Key)]);
            foreach (var write in standing.SelectMany(projection => projection.Project(missing)))
                write.Save(writes);
        }

        var moved = behind
            .SelectMany(standing => standing, (standing, model) => (model.Name, From: standing.Key))
            .ToList();
        var move = MoveCheckpoints(moved, batch.Last);
        writes.BatchCommands.Add(move);
        await writes.ExecuteNonQueryAsync(cancellationToken);
        return move.RecordsAffected == moved.Count
            ? true
            : throw new InvalidOperationException(
                $"{move.RecordsAffected} of {moved.Count} checkpoints stood where they were seen.");
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private async Task<Dictionary<string, long>> ReadCheckpointsAsync(
        IReadOnlyList<IProjection> projections, CancellationToken cancellationToken)
    {
        await using var command = Connection.Command(Sql.Of<BatchTransaction>("Checkpoints"))
            .Column(projections, projection => projection.Name);
        var rows = await command.ReadAsync(
            row => (Name: row.GetString(0), Version: row.GetInt32(1), Position: row.GetInt64(2)), cancellationToken);
        foreach (var projection in projections)
        {
            var version = rows.SingleOrDefault(row => row.Name == projection.Name).Version;
            if (version != projection.Version)
            {
                throw new InvalidOperationException(
                    $"The read model '{projection.Name}' has version {version} in the database and version "
                    + $"{projection.Version} in this program.");
            }
        }

        return rows.ToDictionary(row => row.Name, row => row.Position);
    }

    private static NpgsqlBatchCommand MoveCheckpoints(List<(string Name, long From)> moved, long to) =>
        new(Sql.Of<BatchTransaction>("MoveCheckpoints"))
        {
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. moved.Select(model => model.Name)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. moved.Select(model => model.From)] },
                new NpgsqlParameter<long> { TypedValue = to },
            },
        };

    private static NpgsqlBatchCommand Lock(string name) => new(Sql.Of<BatchTransaction>("Lock"))
    {
        Parameters = { new() { Value = name } },
    };

    private static NpgsqlBatchCommand Enter(Area area, TimeSpan lockTimeout) => new(Sql.Of<BatchTransaction>("Enter"))
    {
        Parameters = { new() { Value = area.SearchPath }, new() { Value = Milliseconds(lockTimeout) } },
    };

    // Zero would mean to wait for ever.
    private static string Milliseconds(TimeSpan time) =>
        Math.Clamp((long)time.TotalMilliseconds, 1, int.MaxValue).ToString(CultureInfo.InvariantCulture);
}
