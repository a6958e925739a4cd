using System.Globalization;
using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Testing;

/// <summary>The one cluster that all test processes of a user share; the last process to end stops it.</summary>
internal static class TestCluster
{
    // No test takes so long; what is older was left by a run that was killed.
    private static readonly TimeSpan Leftover = TimeSpan.FromHours(2);

    private static readonly Lazy<Task<EmbeddedPostgres>> Running = new(StartAsync);

    public static async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection((await Running.Value).ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<string> ConnectionStringToAsync(string database)
    {
        var cluster = await Running.Value;
        return new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = database }.ConnectionString;
    }

    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"ledger-tests-{Environment.UserName}");
        var started = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            started.DisposeAsync().AsTask().GetAwaiter().GetResult();
        };
        await DropLeftoversAsync(started.ConnectionString);
        return started;
    }

    // The names carry the second of their creation.
    private static async Task DropLeftoversAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var names = new List<string>();
        const string Tests = "select datname from pg_database where datname like 'test\\_%'";
        await using (var list = new NpgsqlCommand(Tests, connection))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                names.Add(rows.GetString(0));
        }

        var oldest = (DateTimeOffset.UtcNow - Leftover).ToUnixTimeSeconds();
        foreach (var name in names)
        {
            if (long.Parse(name.Split('_')[1], CultureInfo.InvariantCulture) < oldest)
                await connection.ExecuteAsync($"drop database if exists {name} with (force)");
        }
    }
}
