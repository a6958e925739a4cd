using System.Runtime.Versioning;
using Ledger.Hosting.Embedded;
using Ledger.Testing;

namespace Ledger.Hosting.Tests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class RootTests
{
    [Fact]
    public async Task Where_the_server_cannot_reach_the_folder_the_cluster_is_elsewhere_and_it_is_said()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "This is about root on Linux.");
        using var folder = new ClusterFolder();
        File.SetUnixFileMode(folder.Top, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string elsewhere;
        await using (var cluster = await folder.StartAsync())
        {
            elsewhere = await ClusterFolder.QueryAsync(cluster, "select regexp_replace(setting, '/data$', '') "
                + "from pg_settings where name = 'data_directory'");
            Assert.StartsWith("/var/lib/ledger/", elsewhere, StringComparison.Ordinal);
            Assert.Contains(elsewhere, cluster.Notice, StringComparison.Ordinal);
            await ClusterFolder.QueryAsync(cluster, "create table kept (id int)");
        }

        // The folder knows where its cluster is, also when it has become reachable.
        File.SetUnixFileMode(folder.Top, File.GetUnixFileMode(folder.Top) | UnixFileMode.OtherExecute);
        await using (var again = await folder.StartAsync())
            Assert.Equal("kept", await ClusterFolder.QueryAsync(again, "select to_regclass('kept')::text"));

        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task An_ordinary_user_has_a_cluster_of_their_own_which_root_can_join()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "It takes root to be another.");
        using var folder = new ClusterFolder();
        var nobody = await Unprivileged.FindAsync(TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.Folder);
        await nobody.TakeOverAsync(folder.Folder, TestContext.Current.CancellationToken);
        using var other = await OtherProgram.StartAsync(folder.Folder, start =>
        {
            var (file, arguments) = nobody.Wrap(start.FileName, [.. start.ArgumentList]);
            start.FileName = file;
            start.ArgumentList.Clear();
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);

            start.Environment["HOME"] = folder.Folder;
        });
        Assert.Equal("ready", other.Said);
        var server = folder.ServerId;

        await using var mine = await folder.StartAsync();
        Assert.Equal(server, folder.ServerId);
        Assert.Equal("1", await ClusterFolder.QueryAsync(mine, "select 1"));
        await other.LeaveAsync();
    }
}
