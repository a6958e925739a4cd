using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Benchmarks.Machine;

/// <summary>A fresh embedded PostgreSQL, set up as the product sets it up, and gone at the end.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private const UnixFileMode ForAllToPass =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo folder;
    private readonly EmbeddedPostgres postgres;
    private int databases;

    private BenchCluster(DirectoryInfo folder, EmbeddedPostgres postgres, int serverProcessId, string programs)
    {
        this.folder = folder;
        this.postgres = postgres;
        ServerProcessId = serverProcessId;
        Programs = programs;
    }

    /// <summary>The process that starts all others of the server.</summary>
    public int ServerProcessId { get; }

    /// <summary>The folder of the running server's own programs.</summary>
    public string Programs { get; }

    /// <summary>A folder for files that go with the cluster.</summary>
    public string Folder => folder.FullName;

    public static async Task<BenchCluster> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-bench-");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, ForAllToPass);

        var postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder.FullName, "home"), cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var backend = await database.ScalarAsync<int>("select pg_backend_pid()", cancellationToken);
        var programs = await database.ScalarAsync<string>(
            "select setting from pg_config where name = 'BINDIR'", cancellationToken);
        return new(folder, postgres, ProcessTimes.ParentOf(backend), programs);
    }

    /// <summary>A new database with all tables of the ledger, and nothing in them.</summary>
    public async Task<BenchLedger> CreateLedgerAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++databases}");
        await using (var any = NpgsqlDataSource.Create(postgres.ConnectionString))
            await any.ExecuteAsync($"create database {name}", cancellationToken);

        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name };
        return await BenchLedger.CreateAsync(connection, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
