using System.Globalization;
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
    public static async Task<BatchTransaction> BeginAsync(
        NpgsqlDataSource database, Area area, IReadOnlyList<string> locks, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var begun = new BatchTransaction(connection, await connection.BeginTransactionAsync(cancellationToken));
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
        var moved = new List<(IProjection Projection, long From)>();
        foreach (var projection in projections)
        {
            // One that stands before the batch has stopped there; to give it these events would be to skip some.
            var from = checkpoints[projection.Name];
            if (from < batch.After || from >= batch.Last)
                continue;

            var events = batch.Events.Where(recorded => recorded.Position > from).ToList();
            await projection.ApplyAsync(events, Connection, cancellationToken);
            moved.Add((projection, from));
        }

        if (moved.Count > 0)
            await MoveCheckpointsAsync(moved, batch.Last, cancellationToken);

        return moved.Count > 0;
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

    private async Task MoveCheckpointsAsync(
        List<(IProjection Projection, long From)> moved, long to, CancellationToken cancellationToken)
    {
        await using var move = Connection.Command(Sql.Of<BatchTransaction>("MoveCheckpoints"))
            .Column(moved, pair => pair.Projection.Name)
            .Column(moved, pair => pair.From)
            .With(to);
        var rows = await move.ExecuteNonQueryAsync(cancellationToken);
        if (rows != moved.Count)
            throw new InvalidOperationException($"{rows} of {moved.Count} checkpoints stood where they were seen.");
    }

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
