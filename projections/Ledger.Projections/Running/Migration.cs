using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Brings the tables of the read models into being.</summary>
internal sealed class Migration(NpgsqlDataSource database, Rebuild rebuild, IReadOnlyList<IProjection> projections)
{
    private const string Lock = "ledger:migrate:read";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(20);
    private static readonly Area Bookkeeping = new("ops, pg_temp", Lock);

    /// <summary>What the database has of a read model: all of it, nothing, or what does not fit together.</summary>
    private enum Condition { Sound, Missing, Unfit }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The common case takes no lock and changes nothing, so that programs that come and go disturb nobody.
        if (await IsDoneAsync(cancellationToken) || (await CreateAsync(cancellationToken)).Count == 0)
            return;

        // Another process may make them anew while this one waits for the lock.
        await using var alone = await SessionLock.AcquireAsync(database, Rebuild.LockName, cancellationToken);
        var unfit = await CreateAsync(cancellationToken);
        if (unfit.Count > 0)
            await rebuild.RunAloneAsync(unfit, null, cancellationToken);
    }

    /// <summary>Creates the tables of read models that have none, with checkpoints at the start of the log.</summary>
    private static async Task CreateAsync(
        IReadOnlyList<IProjection> projections, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var table in projections.SelectMany(projection => projection.Tables))
        {
            await ExecuteAsync(connection, table.Sql, cancellationToken);
            await ExecuteAsync(connection, table.Keys, cancellationToken);
        }

        await RegisterAsync(projections, 0, connection, cancellationToken);
    }

    /// <summary>Notes read models with new tables, which contain the log up to a position.</summary>
    public static async Task RegisterAsync(
        IReadOnlyList<IProjection> projections, long position, NpgsqlConnection connection,
        CancellationToken cancellationToken)
    {
        await using var register = connection.Command(Sql.Of<Migration>("Register"))
            .Column(projections, projection => projection.Name)
            .Column(projections, projection => projection.Version)
            .With(position);
        await register.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Area.Live, [], LockWait, cancellationToken);
        await using var command = transaction.Connection.Command(Sql.Of<Migration>("IsMigrated"));
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            return false;

        var conditions = await InspectAsync(transaction.Connection, cancellationToken);
        return conditions.Values.All(condition => condition == Condition.Sound);
    }

    /// <summary>Creates what is missing as a whole.</summary>
    /// <returns>The read models that have to be made anew.</returns>
    private async Task<IReadOnlyList<IProjection>> CreateAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, Bookkeeping, [Lock], LockWait, cancellationToken);
        var connection = transaction.Connection;
        await ExecuteAsync(connection, Sql.Of<Migration>("Schemas"), cancellationToken);
        await ExecuteAsync(connection, Sql.Of<Migration>("ReadModel"), cancellationToken);
        await ExecuteAsync(connection, Sql.Of<Migration>("ProjectionError"), cancellationToken);

        await transaction.EnterAsync(Area.Live, LockWait, cancellationToken);
        var conditions = await InspectAsync(connection, cancellationToken);
        await CreateAsync(InCondition(Condition.Missing), connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InCondition(Condition.Unfit);

        List<IProjection> InCondition(Condition condition) =>
            [.. conditions.Where(pair => pair.Value == condition).Select(pair => pair.Key)];
    }

    private async Task<Dictionary<IProjection, Condition>> InspectAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var conditions = new Dictionary<IProjection, Condition>();
        foreach (var projection in projections)
        {
            await using var command = connection.Command(Sql.Of<Migration>("Inspect"))
                .With(projection.Name)
                .Column(projection.Tables, table => table.Name);
            var rows = await command.ReadAsync(row => ToCondition(projection, row), cancellationToken);
            conditions[projection] = rows[0];
        }

        return conditions;
    }

    private static Condition ToCondition(IProjection projection, NpgsqlDataReader row)
    {
        int? version = row.IsDBNull(0) ? null : row.GetInt32(0);
        long? position = row.IsDBNull(1) ? null : row.GetInt64(1);
        var tables = row.GetInt64(2);
        if (version == projection.Version && position is not null && tables == projection.Tables.Count)
            return Condition.Sound;

        return version is null && position is null or 0 && tables == 0 ? Condition.Missing : Condition.Unfit;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
