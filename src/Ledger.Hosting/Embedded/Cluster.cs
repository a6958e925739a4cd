using System.Runtime.Versioning;

namespace Ledger.Hosting.Embedded;

/// <summary>One cluster on disk: made, started, joined and stopped under the start lock of its folder.</summary>
internal sealed class Cluster(ClusterHome home)
{
    private const string Settings = """

        # Ledger's own settings; what is durable by default stays durable.
        max_connections = 200
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off

        """;

    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ServerLog log = new(home.Log);

    /// <summary>Starts the server, or joins it where it runs; makes the cluster first where there is none.</summary>
    /// <returns>The connection string of the database.</returns>
    [UnsupportedOSPlatform("windows")]
    public async Task<string> StartOrJoinAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var left = PostmasterFile.Read(home.Data);
            if (left is null || !await left.IsAliveAsync(cancellationToken))
                await StartAsync(left, cancellationToken);

            // A server that was being killed or stopped when we looked may be gone by now: then one is started.
            if (await WaitUntilReadyAsync(cancellationToken) is not { } socketFolder)
                continue;

            await ClusterConnection.EnsureDatabaseAsync(socketFolder, cancellationToken);
            return ClusterConnection.StringFor(socketFolder);
        }

        throw new EmbeddedPostgresException($"PostgreSQL starts and ends at once: {log.WhyItEnded() ?? home.Log}");
    }

    /// <summary>Whether the cluster is there but its server is not, as after a kill.</summary>
    public async Task<bool> IsDownAsync(CancellationToken cancellationToken) => home.HasCluster
        && (PostmasterFile.Read(home.Data) is not { } file || !await file.IsAliveAsync(cancellationToken));

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!home.HasCluster || await IsDownAsync(cancellationToken))
            return;

        var binaries = await FindBinariesAsync(cancellationToken);
        var result = await RunAsync(
            binaries.PgCtl, ["stop", "-D", home.Data, "-m", "fast", "-w", "-t", "60"], cancellationToken);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"PostgreSQL in {home.Folder} does not stop: {result.LastLine}");

        SocketFolder.Remove(home);
    }

    [UnsupportedOSPlatform("windows")]
    private async Task StartAsync(PostmasterFile? left, CancellationToken cancellationToken)
    {
        var binaries = await FindBinariesAsync(cancellationToken);
        if (!home.HasCluster)
            await MakeAsync(binaries, cancellationToken);

        left?.Retire();
        var socketFolder = await SocketFolder.PrepareAsync(home, cancellationToken);
        log.KeepSmall();

        // Children of a killed server may take a moment to notice; until then a new one refuses to start.
        for (var attempts = left is null ? 1 : 40; ; attempts--)
        {
            // pg_ctl gives the server a session of its own, so that Ctrl-C in a terminal reaches us and not it.
            var result = await RunAsync(binaries.PgCtl,
                ["start", "-D", home.Data, "-l", home.Log, "-w", "-t", "300", "-s", "-o", Options(socketFolder)],
                cancellationToken);
            if (result.Succeeded)
                return;

            if (attempts <= 1)
                throw new EmbeddedPostgresException(
                    $"PostgreSQL does not start: {log.WhyItEnded() ?? result.LastLine}");

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    private async Task MakeAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (Directory.Exists(home.NewData))
            Directory.Delete(home.NewData, recursive: true);

        var result = await RunAsync(binaries.InitDb,
            ["-D", home.NewData, "--username", ClusterConnection.Role, "--encoding", "UTF8", "--locale", "C",
                "--data-checksums", "--auth-local", "trust", "--auth-host", "reject"],
            cancellationToken);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"The embedded database cannot be made: {result.LastLine}");

        await File.AppendAllTextAsync(Path.Combine(home.NewData, "postgresql.conf"), Settings, cancellationToken);
        Directory.Move(home.NewData, home.Data);
    }

    // pg_ctl hands these to a shell.
    private static string Options(string socketFolder) =>
        $"-c listen_addresses= -c port={SocketFolder.Port} -c unix_socket_permissions=0700 "
        + $"-c unix_socket_directories='{QuotedInList(socketFolder).Replace("'", @"'\''", StringComparison.Ordinal)}'";

    // The setting is a list of names.
    private static string QuotedInList(string folder) =>
        $"\"{folder.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // The folder of its socket when it answers, or null when it has ended.
    private async Task<string?> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (PostmasterFile.Read(home.Data) is { } file && await file.IsAliveAsync(cancellationToken))
        {
            if (file.SocketFolder.Length > 0
                && await ClusterConnection.AnswersAsync(file.SocketFolder, cancellationToken))
                return file.SocketFolder;

            await Task.Delay(Pause, cancellationToken);
        }

        return null;
    }

    private async Task<PostgresBinaries> FindBinariesAsync(CancellationToken cancellationToken)
    {
        var major = home.HasCluster
            ? (await File.ReadAllTextAsync(Path.Combine(home.Data, "PG_VERSION"), cancellationToken)).Trim()
            : null;
        return await PostgresBinaries.FindAsync(major, cancellationToken);
    }

    private async Task<CommandResult> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (home.RunAs is { } user)
            (file, arguments) = user.Wrap(file, arguments);

        return await Command.RunAsync(file, arguments, cancellationToken);
    }
}
