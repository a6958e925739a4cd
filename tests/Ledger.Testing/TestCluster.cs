using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Testing;

/// <summary>The one cluster that all test processes of a user share; the last process to end stops it.</summary>
internal static class TestCluster
{
    // No test takes so long, and no template is in use so long; what is older was left behind.
    private static readonly TimeSpan LeftoverTest = TimeSpan.FromHours(2);
    private static readonly TimeSpan LeftoverTemplate = TimeSpan.FromHours(24);

    private static readonly Lazy<Task<EmbeddedPostgres>> Running = new(StartAsync);

    public static async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection((await Running.Value).ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<string> ConnectionStringToAsync(string database, bool pooling = true)
    {
        var cluster = await Running.Value;
        return new NpgsqlConnectionStringBuilder(cluster.ConnectionString)
        {
            Database = database,
            Pooling = pooling,
        }.ConnectionString;
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
        await using var connection = new NpgsqlConnection(started.ConnectionString);
        await connection.OpenAsync();
        await DropLeftoversAsync(connection, "test", LeftoverTest);
        await DropLeftoversAsync(connection, "template", LeftoverTemplate);
        return started;
    }

    // The names carry the second of their creation.
    private static async Task DropLeftoversAsync(NpgsqlConnection connection, string kind, TimeSpan age)
    {
        var names = new List<string>();
        await using (var list = new NpgsqlCommand(
            "select datname from pg_database where datname like $1 and split_part(datname, '_', 2)::bigint < $2",
            connection)
        {
            Parameters =
            {
                new() { Value = $@"{kind}\_%" },
                new() { Value = (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds() },
            },
        })
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                names.Add(rows.GetString(0));
        }

        foreach (var name in names)
            await connection.ExecuteAsync($"drop database if exists {name} with (force)");
    }
}
