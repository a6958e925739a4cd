using Ledger.Testing;

namespace Ledger.Hosting.Tests.Embedded;

public sealed class SharingTests
{
    [Fact]
    public async Task Two_programs_share_a_cluster_and_the_last_one_stops_it()
    {
        using var folder = new ClusterFolder();
        using var other = await OtherProgram.StartAsync(folder.Folder);
        Assert.Equal("ready", other.Said);
        var server = folder.ServerId;

        await using (var mine = await folder.StartAsync())
            await ClusterFolder.QueryAsync(mine, "create table shared (id int)");

        Assert.Equal(server, folder.ServerId);
        Assert.Equal("shared", await other.QueryAsync("select to_regclass('shared')::text"));
        await other.LeaveAsync();
        Assert.False(folder.IsRunning);
    }

    [Fact]
    public async Task A_killed_program_is_no_user_any_more()
    {
        using var folder = new ClusterFolder();
        using var other = await OtherProgram.StartAsync(folder.Folder);
        var server = folder.ServerId;
        await other.KillAsync();

        // The cluster was left running, and is joined.
        var mine = await folder.StartAsync();
        Assert.Equal(server, folder.ServerId);
        await mine.DisposeAsync();
        Assert.False(folder.IsRunning);
    }

    [Fact]
    public async Task Many_who_start_at_once_start_one_cluster()
    {
        using var folder = new ClusterFolder();
        var started = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => folder.StartAsync()));
        var servers = await Task.WhenAll(
            started.Select(cluster => ClusterFolder.QueryAsync(cluster, "select pg_postmaster_start_time()")));

        Assert.Single(servers.Distinct());
        await Task.WhenAll(started.Select(cluster => cluster.DisposeAsync().AsTask()));
        Assert.False(folder.IsRunning);
    }
}
