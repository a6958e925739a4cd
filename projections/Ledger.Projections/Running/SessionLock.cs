using System.Data;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>A lock that one connection has until it ends, however it ends, as by the kill of its process.</summary>
internal sealed class SessionLock : IAsyncDisposable
{
    // Waiting ends now and then, which shows whether the database is still there.
    private const string Wait = "set lock_timeout = '20s'";

    private readonly NpgsqlConnection connection;
    private readonly string name;

    private SessionLock(NpgsqlConnection connection, string name)
    {
        this.connection = connection;
        this.name = name;
    }

    /// <summary>Returns when the lock is ours; the database wakes us when its holder lets go or dies.</summary>
    public static async Task<SessionLock> AcquireAsync(
        NpgsqlDataSource database, string name, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var wait = connection.Command(Wait);
            await wait.ExecuteNonQueryAsync(cancellationToken);
            while (!await TryAsync(connection, name, cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();

            return new(connection, name);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="NpgsqlException">The connection is gone, and the lock with it.</exception>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        if (connection.State != ConnectionState.Open)
            throw new NpgsqlException($"The connection that held the lock '{name}' is gone.");

        await using var command = connection.Command("select 1");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (connection.State == ConnectionState.Open)
                await UnlockAsync();
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private async Task UnlockAsync()
    {
        await using var command = connection.Command(Sql.Of<SessionLock>("SessionUnlock")).With(name);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> TryAsync(
        NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = connection.Command(Sql.Of<SessionLock>("SessionLock")).With(name);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }
}
