using Ledger.Hosting.Embedded;
using Ledger.Testing;

namespace Ledger.Hosting.Tests.Embedded;

public sealed class FolderTests
{
    [Theory]
    [InlineData("with 'quotes', commas and Überlänge")]
    [InlineData("a-name-that-is-so-long-that-the-name-of-the-socket-in-it-would-be-longer-than-the-system-allows-for")]
    public async Task Where_a_socket_cannot_be_in_the_folder_it_is_elsewhere_and_leaves_nothing_there(string name)
    {
        using var folder = new ClusterFolder(name);
        string socket;
        await using (var cluster = await folder.StartAsync())
        {
            socket = await ClusterFolder.QueryAsync(cluster, "show unix_socket_directories");
            Assert.DoesNotContain(folder.Folder, socket, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(socket.Trim('"')));
    }

    [Theory]
    [InlineData("$HOME")]
    [InlineData("`id`")]
    [InlineData("\"")]
    public async Task A_folder_whose_name_a_shell_would_read_is_refused(string name)
    {
        using var folder = new ClusterFolder(name);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(folder.StartAsync);
        Assert.StartsWith("An embedded database cannot be in", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_refused()
    {
        using var folder = new ClusterFolder();
        await File.WriteAllTextAsync(folder.Folder, "a file", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(folder.StartAsync);
        Assert.StartsWith(
            $"The embedded database in {folder.Folder} cannot be used: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_that_are_not_where_they_should_be_are_said_in_a_sentence()
    {
        using var folder = new ClusterFolder();
        using var other = await OtherProgram.StartAsync(
            folder.Folder, start => start.Environment["LEDGER_POSTGRES_BIN"] = folder.Top);

        Assert.Equal(
            $"LEDGER_POSTGRES_BIN is {folder.Top}, where initdb, pg_ctl or postgres is missing.", other.Said);
    }

    [Fact]
    public async Task A_cluster_is_there_at_the_next_start_unless_its_version_is_gone()
    {
        using var folder = new ClusterFolder();
        await using (var first = await folder.StartAsync())
            await ClusterFolder.QueryAsync(first, "create table kept (id int)");

        Assert.False(folder.IsRunning);
        await using (var second = await folder.StartAsync())
            Assert.Equal("kept", await ClusterFolder.QueryAsync(second, "select to_regclass('kept')::text"));

        await File.WriteAllTextAsync(
            Path.Combine(folder.Data, "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(folder.StartAsync);
        Assert.StartsWith("The embedded database was made by PostgreSQL 9, which is not installed",
            refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_why()
    {
        using var folder = new ClusterFolder();
        await (await folder.StartAsync()).DisposeAsync();
        var settings = Path.Combine(folder.Data, "postgresql.conf");
        await File.AppendAllTextAsync(settings, "shared_buffers = 'much'\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(folder.StartAsync);
        Assert.Matches("^PostgreSQL does not start: configuration file .* contains errors$", refused.Message);
    }

    [Fact]
    public async Task A_cluster_that_was_never_finished_is_made_again()
    {
        using var folder = new ClusterFolder();
        var halfMade = Path.Combine(folder.Folder, "pg", "data.new");
        Directory.CreateDirectory(halfMade);
        await File.WriteAllTextAsync(Path.Combine(halfMade, "PG_VERSION"), "", TestContext.Current.CancellationToken);
        await using var cluster = await folder.StartAsync();

        Assert.Equal("1", await ClusterFolder.QueryAsync(cluster, "select 1"));
    }
}
