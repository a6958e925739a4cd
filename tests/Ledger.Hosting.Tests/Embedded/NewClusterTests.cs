using System.Runtime.Versioning;
using Ledger.Hosting.Embedded;

namespace Ledger.Hosting.Tests.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class NewClusterTests(RunningCluster running) : IClassFixture<RunningCluster>
{
    [Theory]
    [InlineData("select current_database()", "ledger")]
    [InlineData("show listen_addresses", "")]
    [InlineData("show unix_socket_permissions", "0700")]
    [InlineData("show data_checksums", "on")]
    [InlineData("show fsync", "on")]
    [InlineData("show synchronous_commit", "on")]
    [InlineData("show server_encoding", "UTF8")]
    [InlineData("show lc_collate", "C")]
    [InlineData("show timezone", "UTC")]
    public async Task It_is_private_and_durable(string question, string answer) =>
        Assert.Equal(answer, await running.QueryAsync(question));

    [Fact]
    public void Its_folders_are_closed_to_others()
    {
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var part in new[] { "pg", "pg/data", "pg/socket" })
            Assert.Equal(Mine, File.GetUnixFileMode(Path.Combine(running.Folder.Folder, part)));
    }

    [Fact]
    public void It_is_in_the_folder_and_there_is_nothing_to_say_about_it() => Assert.Null(running.Cluster.Notice);

    [Fact]
    public async Task Its_server_has_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The session of a process is looked up under /proc.");

        var server = running.Folder.ServerId;
        var state = await File.ReadAllTextAsync($"/proc/{server}/stat", TestContext.Current.CancellationToken);
        var session = state[(state.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        Assert.Equal($"{server}", session);
    }

    [Fact]
    public async Task Two_users_within_one_program_count_as_two()
    {
        await (await running.Folder.StartAsync()).DisposeAsync();

        Assert.Equal("1", await running.QueryAsync("select 1"));
    }

    [Fact]
    public async Task For_root_it_runs_as_somebody_else_and_only_its_own_folder_changes_hands()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "This is about root on Linux.");

        Assert.NotNull(await OwnerOfAsync($"/proc/{running.Folder.ServerId}"));
        Assert.NotNull(await OwnerOfAsync(Path.Combine(running.Folder.Folder, "pg")));
        Assert.Null(await OwnerOfAsync(running.Folder.Folder));
    }

    // Null is root.
    private static Task<Unprivileged?> OwnerOfAsync(string path) =>
        Unprivileged.OwnerOfAsync(path, TestContext.Current.CancellationToken);
}
