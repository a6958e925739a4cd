using Npgsql;

namespace Ledger.Hosting.Embedded;

/// <summary>The way into a running cluster by the folder of its socket.</summary>
internal static class ClusterConnection
{
    public const string Role = "ledger";

    private const string Database = "ledger";

    // The database that every cluster has.
    private const string Maintenance = "postgres";

    // Long texts are what a newsroom writes, and LZ4 packs them in a fraction of the time; not every build of the
    // server has it.
    private const string PackQuickly = """
        do $$
        begin
          if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
            alter role current_user set default_toast_compression = 'lz4';
          end if;
        end $$
        """;

    public static string StringFor(string socketFolder) => StringFor(Database, socketFolder).ConnectionString;

    public static async Task<bool> AnswersAsync(string socketFolder, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(socketFolder, cancellationToken);
            return true;
        }
        catch (NpgsqlException e) when (e.IsTransient || e.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
    }

    public static async Task EnsureDatabaseAsync(string socketFolder, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(socketFolder, cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = Database } },
        };
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
            return;

        await using var set = new NpgsqlCommand(PackQuickly, connection);
        await set.ExecuteNonQueryAsync(cancellationToken);
        await using var create = new NpgsqlCommand("create database ledger", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string socketFolder, CancellationToken cancellationToken)
    {
        var target = StringFor(Maintenance, socketFolder);
        target.Pooling = false;
        var connection = new NpgsqlConnection(target.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder StringFor(string database, string socketFolder) => new()
    {
        Host = socketFolder,
        Port = SocketFolder.Port,
        Username = Role,
        Database = database,
    };
}
