using System.Text;
using Ledger.EventStore.Postgres;

namespace Ledger.EventStore.Tests.Postgres;

public sealed class SnapshotTests : IAsyncLifetime
{
    private PostgresLog log = null!;
    private PostgresSnapshotStore snapshots = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.CreateAsync();
        snapshots = new(log.Source);
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task The_newest_version_is_kept_whatever_comes_last()
    {
        await SaveAsync(format: 1, version: 200);
        await SaveAsync(format: 1, version: 300);
        await SaveAsync(format: 1, version: 100);

        var found = await snapshots.FindAsync(PostgresLog.Stream, 1, Token);
        Assert.Equal((1, 300L, 3_000L), (found!.Format, found.Version, found.Position));
        Assert.Equal("""{"version":300}""", Encoding.UTF8.GetString(found.State));
    }

    [Fact]
    public async Task Each_format_has_its_own()
    {
        await SaveAsync(format: 1, version: 300);
        await SaveAsync(format: 2, version: 200);

        Assert.Equal(300, (await snapshots.FindAsync(PostgresLog.Stream, 1, Token))!.Version);
        Assert.Equal(200, (await snapshots.FindAsync(PostgresLog.Stream, 2, Token))!.Version);
        Assert.Null(await snapshots.FindAsync(PostgresLog.Stream, 3, Token));
        Assert.Null(await snapshots.FindAsync(Guid.NewGuid(), 1, Token));
    }

    private Task SaveAsync(int format, long version) => snapshots.SaveAsync(PostgresLog.Stream,
        new(format, version, version * 10, Encoding.UTF8.GetBytes($$"""{"version":{{version}}}""")), Token);
}
