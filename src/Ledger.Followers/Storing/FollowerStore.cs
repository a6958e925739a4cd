using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Followers.Storing;

/// <summary>Checkpoints of followers, and what they are still to be told, in tables beside the log.</summary>
public sealed class FollowerStore(NpgsqlDataSource database, TimeProvider time)
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.followers'))";

    /// <summary>Creates what is missing of the tables, in the schema <c>ops</c>. Safe at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string[] tables = ["follower", "follower_delivery"];
        foreach (var sql in tables.Select(table => Sql.Of<FollowerStore>($"Schema.{table}")).Prepend(Lock))
        {
            await using var command = connection.Command(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives a follower its checkpoint, if it has none yet.</summary>
    /// <param name="name">The follower's.</param>
    /// <param name="after">What it is not told of any more: 0 for nothing, null for all that is in the log now.</param>
    /// <param name="connection">Whose transaction it is part of; null for one of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task BeginAsync(
        string name, long? after, NpgsqlConnection? connection, CancellationToken cancellationToken) =>
        ExecuteAsync(
            connection, "Begin", command => command.With(name).With(after, NpgsqlDbType.Bigint), cancellationToken);

    /// <summary>Hands nothing over any more, and keeps what waits.</summary>
    /// <returns>Whether there is such a follower.</returns>
    public async Task<bool> PauseAsync(
        string name, NpgsqlConnection? connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "Pause", command => command.With(name), cancellationToken) > 0;

    /// <summary>Goes on where it was paused, or was refused.</summary>
    /// <returns>Whether there is such a follower.</returns>
    public async Task<bool> ResumeAsync(
        string name, NpgsqlConnection? connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "Resume", command => command.With(name), cancellationToken) > 0;

    /// <summary>Tries again what was parked, in the order of each stream.</summary>
    /// <returns>How many events that are.</returns>
    public Task<int> ReplayAsync(string name, NpgsqlConnection? connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "Replay", command => command.With(name).With(time.GetUtcNow()), cancellationToken);

    /// <summary>Forgets a follower, and what it has not been told.</summary>
    public Task RemoveAsync(string name, NpgsqlConnection? connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, "Remove", command => command.With(name), cancellationToken);

    /// <summary>Where all followers stand, in the order of their names.</summary>
    public async Task<IReadOnlyList<FollowerStatus>> GetStatusAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<FollowerStore>("Status"));
        return await command.ReadAsync(
            row => new FollowerStatus(
                row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
                row.IsDBNull(5) ? null : row.Time(5), row.GetBoolean(6), row.Text(7)),
            cancellationToken);
    }

    /// <summary>What is parked of a follower, in the order of the log.</summary>
    public async Task<IReadOnlyList<ParkedDelivery>> ListParkedAsync(
        string name, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<FollowerStore>("Parked")).With(name).With(most);
        return await command.ReadAsync(
            row => new ParkedDelivery(
                row.GetInt64(0), row.GetGuid(1), row.GetInt32(2), row.Time(3), row.GetInt64(4), row.GetString(5)),
            cancellationToken);
    }

    private async Task<int> ExecuteAsync(
        NpgsqlConnection? connection, string statement, Func<NpgsqlCommand, NpgsqlCommand> fill,
        CancellationToken cancellationToken)
    {
        var sql = Sql.Of<FollowerStore>(statement);
        await using var command = fill(connection?.Command(sql) ?? database.CreateCommand(sql));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
