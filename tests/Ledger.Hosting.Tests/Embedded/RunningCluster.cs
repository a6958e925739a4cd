using Ledger.Hosting.Embedded;
using Ledger.Testing;

namespace Ledger.Hosting.Tests.Embedded;

/// <summary>One new cluster for all tests that only look at it.</summary>
public sealed class RunningCluster : IAsyncLifetime
{
    public ClusterFolder Folder { get; } = new();

    public EmbeddedPostgres Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await Folder.StartAsync();

    public Task<string> QueryAsync(string sql) => ClusterFolder.QueryAsync(Cluster, sql);

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Folder.Dispose();
    }
}
