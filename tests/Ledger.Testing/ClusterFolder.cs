using System.Diagnostics;
using System.Globalization;
using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Testing;

/// <summary>A folder for a cluster of a test's own, which may be killed, and a look at it from outside.</summary>
public sealed class ClusterFolder : IDisposable
{
    private const UnixFileMode ForAllToPass =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;

    public ClusterFolder(string name = "plain")
    {
        Top = Directory.CreateTempSubdirectory("ledger-embedded-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Top, ForAllToPass);

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
        return $"{await command.ExecuteScalarAsync()}";
    }

    public Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Folder, CancellationToken.None);

    /// <summary>SIGKILL to the server, without a word to its children.</summary>
    public void KillServer()
    {
        using var server = Process.GetProcessById(ServerId);
        server.Kill();
    }

    /// <summary>The same, while nobody knows whether it runs at this moment.</summary>
    public void KillServerIfThere()
    {
        try
        {
            KillServer();
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidOperationException)
        {
            // It is down, or on its way up after the last time.
        }
    }

    public void Dispose()
    {
        if (IsRunning)
            KillServer();

        Directory.Delete(Top, recursive: true);
    }
}
