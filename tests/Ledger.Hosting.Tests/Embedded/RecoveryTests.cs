using System.Diagnostics;
using Ledger.Hosting.Embedded;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Hosting.Tests.Embedded;

public sealed class RecoveryTests
{
    [Fact]
    public async Task A_killed_program_and_a_killed_server_lose_nothing_committed()
    {
        using var folder = new ClusterFolder();
        using var other = await OtherProgram.StartAsync(folder.Folder);
        await other.QueryAsync("create table kept as select 42 as answer");
        await other.KillAsync();
        folder.KillServer();

        await using var cluster = await folder.StartAsync();
        Assert.Equal("42", await ClusterFolder.QueryAsync(cluster, "select answer from kept"));
    }

    [Fact]
    public async Task A_process_number_that_somebody_else_has_by_now_does_not_stand_in_the_way()
    {
        using var folder = new ClusterFolder();
        using var other = await OtherProgram.StartAsync(folder.Folder);
        await other.KillAsync();
        folder.KillServer();

        // Of the same user, so that PostgreSQL itself would take it for the old server.
        using var neighbour = new ClusterFolder();
        await using var neighbours = await neighbour.StartAsync();
        var lines = await File.ReadAllLinesAsync(folder.PostmasterFile, TestContext.Current.CancellationToken);
        lines[0] = $"{neighbour.ServerId}";
        await File.WriteAllLinesAsync(folder.PostmasterFile, lines, TestContext.Current.CancellationToken);
        var socketLock = Path.Combine(lines[4], ".s.PGSQL.5432.lock");
        await File.WriteAllLinesAsync(socketLock, lines, TestContext.Current.CancellationToken);

        await using var cluster = await folder.StartAsync();
        Assert.Equal("1", await ClusterFolder.QueryAsync(cluster, "select 1"));
        Assert.Equal("1", await ClusterFolder.QueryAsync(neighbours, "select 1"));
    }

    [Fact]
    public async Task What_is_killed_of_a_server_in_use_comes_back()
    {
        using var folder = new ClusterFolder();
        await using var cluster = await folder.StartAsync();
        await ClusterFolder.QueryAsync(cluster, "create table kept as select 42 as answer");

        // One connection, after which PostgreSQL itself begins anew; then the server as a whole.
        await KillConnectionAsync(cluster);
        Assert.Equal("42", await EventuallyAsync(cluster, "select answer from kept"));
        folder.KillServer();

        Assert.Equal("42", await EventuallyAsync(cluster, "select answer from kept"));
    }

    private static async Task KillConnectionAsync(EmbeddedPostgres cluster)
    {
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using var backend = Process.GetProcessById(connection.ProcessID);
        backend.Kill();
    }

    private static Task<string> EventuallyAsync(EmbeddedPostgres cluster, string sql) =>
        Eventually.SucceedsAsync(() => ClusterFolder.QueryAsync(cluster, sql), e => e is NpgsqlException);
}
