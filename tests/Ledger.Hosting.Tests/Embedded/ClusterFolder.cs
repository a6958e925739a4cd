using System.Diagnostics;
using System.Globalization;
using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Hosting.Tests.Embedded;

/// <summary>A folder for one cluster, and a look from outside at the server that runs there.</summary>
public sealed class ClusterFolder : IDisposable
{
    public ClusterFolder(string name = "plain")
    {
        Top = Directory.CreateTempSubdirectory("ledger-embedded-").FullName;
        if (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux())
            File.SetUnixFileMode(Top, File.GetUnixFileMode(Top) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

        Folder = Path.Combine(Top, name);
    }

    public string Top { get; }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "pg", "data");

    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");

    public bool IsRunning => File.Exists(PostmasterFile);

    public int ServerId => int.Parse(File.ReadLines(PostmasterFile).First(), CultureInfo.InvariantCulture);

    public static async Task<string> QueryAsync(EmbeddedPostgres cluster, string sql)
    {
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}";
    }

    public Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(Folder, TestContext.Current.CancellationToken);

    /// <summary>SIGKILL to the server, without a word to its children.</summary>
    public void KillServer()
    {
        using var server = Process.GetProcessById(ServerId);
        server.Kill();
    }

    public void Dispose()
    {
        if (IsRunning)
            KillServer();

        Directory.Delete(Top, recursive: true);
    }
}
