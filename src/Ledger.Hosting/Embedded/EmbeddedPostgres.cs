using System.Runtime.Versioning;
using Npgsql;

namespace Ledger.Hosting.Embedded;

/// <summary>A private PostgreSQL cluster on a unix socket, shared by all programs that use the same folder.</summary>
/// <remarks>As long as somebody uses it, a server that was killed is started again.</remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Cluster cluster;
    private readonly ClusterUse use;
    private readonly CancellationTokenSource leaving = new();
    private Task watching = Task.CompletedTask;

    private EmbeddedPostgres(Cluster cluster, ClusterUse use, string connectionString, string? notice)
    {
        this.cluster = cluster;
        this.use = use;
        ConnectionString = connectionString;
        Notice = notice;
    }

    /// <summary>For Npgsql; names the database <c>ledger</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>A sentence that the program should show: where the cluster is, when it is not in the folder.</summary>
    public string? Notice { get; }

    /// <summary>Starts the cluster of a folder, or joins it when it runs; makes it first when there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">There are no binaries, or the cluster does not start.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string folder, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("There is no embedded database on Windows: name one with --database.");

        folder = Path.GetFullPath(folder);
        var use = new ClusterUse(folder);
        try
        {
            Directory.CreateDirectory(folder);
            using var starting = await use.AloneWithStartingAsync(cancellationToken);
            use.Begin();
            var home = await ClusterHome.PrepareAsync(folder, cancellationToken);
            var cluster = new Cluster(home);
            var connectionString = await cluster.StartOrJoinAsync(cancellationToken);
            var started = new EmbeddedPostgres(cluster, use, connectionString, home.Notice);
            started.watching = started.WatchAsync();
            return started;
        }
        catch (Exception e)
        {
            use.Dispose();
            if (e is not EmbeddedPostgresException && IsOfTheCluster(e))
                throw new EmbeddedPostgresException(
                    $"The embedded database in {folder} cannot be used: {e.Message}", e);

            throw;
        }
    }

    /// <summary>Leaves the cluster, and stops it when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (leaving.IsCancellationRequested)
            return;

        await leaving.CancelAsync();
        await watching;
        using var stopping = await use.AloneWithStartingAsync(CancellationToken.None);
        if (use.End())
            await cluster.StopAsync(CancellationToken.None);
    }

    [UnsupportedOSPlatform("windows")]
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(leaving.Token))
                await LookAsync();
        }
        catch (OperationCanceledException)
        {
            // We are leaving.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private async Task LookAsync()
    {
        try
        {
            if (!await cluster.IsDownAsync(leaving.Token))
                return;

            using var starting = await use.AloneWithStartingAsync(leaving.Token);
            if (await cluster.IsDownAsync(leaving.Token))
                await cluster.StartOrJoinAsync(leaving.Token);
        }
        catch (Exception e) when (IsOfTheCluster(e))
        {
            // Whoever uses the database hears that it is gone; here it is enough to look again.
        }
    }

    private static bool IsOfTheCluster(Exception e) =>
        e is EmbeddedPostgresException or NpgsqlException or IOException or UnauthorizedAccessException;
}

/// <summary>The embedded cluster cannot be had; the message says in one sentence what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
