namespace Ledger.Hosting.Embedded;

/// <summary>A private PostgreSQL cluster on a unix socket, shared by all programs that use the same folder.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private EmbeddedPostgres(string connectionString) => ConnectionString = connectionString;

    /// <summary>For Npgsql; names the database <c>ledger</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the cluster of a folder, or joins it when it runs; makes it first when there is none.</summary>
    /// <exception cref="EmbeddedPostgresException">There are no binaries, or the cluster does not start.</exception>
    public static Task<EmbeddedPostgres> StartAsync(string folder, CancellationToken cancellationToken) =>
        Task.FromResult(new EmbeddedPostgres(folder));

    /// <summary>Leaves the cluster, and stops it when nobody else uses it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The embedded cluster cannot be had; the message says in one sentence what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
