using Npgsql;

namespace Ledger.Hosting.Erasing;

/// <summary>What a database server still holds after a scrub, as far as it can be told from within.</summary>
/// <param name="Log">Whether the write-ahead log was overwritten.</param>
/// <param name="Archived">Whether the server copies its write-ahead log somewhere else.</param>
/// <param name="Slots">How many replicas or readers of changes keep parts of it.</param>
public sealed record Scrubbed(bool Log, bool Archived, long Slots);

/// <summary>Takes what was erased out of the files of the database, where it stays until then.</summary>
public sealed class Scrubbing(NpgsqlDataSource database)
{
    /// <summary>
    /// Writes every table anew, which keeps readers and writers waiting, and where the role may do that has the
    /// server overwrite its write-ahead log.
    /// </summary>
    public async Task<Scrubbed> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        // With what PostgreSQL notes of the values of columns, which it does in tables of its own.
        await RunAsync(connection, "vacuum (full, analyze)", cancellationToken);
        await RunAsync(connection, "vacuum (full) pg_catalog.pg_statistic", cancellationToken);
        var mayAll = await ReadAsync<string>(connection, "show is_superuser", cancellationToken) == "on";
        if (mayAll)
            await OverwriteLogAsync(connection, cancellationToken);

        return new(
            mayAll,
            await ReadAsync<string>(connection, "show archive_mode", cancellationToken) != "off",
            await ReadAsync<long>(connection, "select count(*) from pg_replication_slots", cancellationToken));
    }

    // The server keeps old files of the log for use again, with their bytes. So each that waits is used once, which
    // fills it with zeros, and those that are done with are removed instead of kept.
    private static async Task OverwriteLogAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await RunAsync(connection, "alter system set wal_recycle = off", cancellationToken);
        try
        {
            await RunAsync(connection, "select pg_reload_conf()", cancellationToken);
            var files = await ReadAsync<long>(connection, "select count(*) from pg_ls_waldir()", cancellationToken);
            for (var file = 0L; file <= files; file++)
            {
                await RunAsync(
                    connection, "select pg_logical_emit_message(false, 'ledger', 'scrub')", cancellationToken);
                await RunAsync(connection, "select pg_switch_wal()", cancellationToken);
            }

            await RunAsync(connection, "checkpoint", cancellationToken);
            await RunAsync(connection, "checkpoint", cancellationToken);
        }
        finally
        {
            await RunAsync(connection, "alter system reset wal_recycle", CancellationToken.None);
            await RunAsync(connection, "select pg_reload_conf()", CancellationToken.None);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
