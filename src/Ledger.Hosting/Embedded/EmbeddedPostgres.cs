namespace Ledger.Hosting.Embedded;

/// <summary>A private PostgreSQL cluster on a unix socket, shared by all programs that use the same folder.</summary>
/// <remarks>
/// Two files in the folder are only ever locked: <c>start.lock</c>, held while somebody starts or stops the cluster,
/// and <c>users.lock</c>, shared by all who use it. The last user is the one who can lock the second one alone.
/// </remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly string folder;
    private readonly Cluster cluster;
    private readonly FileLock use;

    private EmbeddedPostgres(string folder, Cluster cluster, FileLock use, string connectionString, string? notice)
    {
        this.folder = folder;
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
        try
        {
            Directory.CreateDirectory(folder);
            using var starting = await FileLock.ExclusiveAsync(StartLock(folder), cancellationToken);
            var use = await FileLock.SharedAsync(UsersLock(folder), cancellationToken);
            try
            {
                var home = await ClusterHome.PrepareAsync(folder, cancellationToken);
                var cluster = new Cluster(home);
                return new(folder, cluster, use, await cluster.StartOrJoinAsync(cancellationToken), home.Notice);
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The embedded database in {folder} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Leaves the cluster, and stops it when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        using var stopping = await FileLock.ExclusiveAsync(StartLock(folder), CancellationToken.None);
        use.Dispose();
        using var alone = FileLock.TryExclusive(UsersLock(folder));
        if (alone is not null)
            await cluster.StopAsync(CancellationToken.None);
    }

    private static string StartLock(string folder) => Path.Combine(folder, "start.lock");

    private static string UsersLock(string folder) => Path.Combine(folder, "users.lock");
}

/// <summary>The embedded cluster cannot be had; the message says in one sentence what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
