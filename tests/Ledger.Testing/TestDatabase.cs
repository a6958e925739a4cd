using System.Globalization;
using Npgsql;

namespace Ledger.Testing;

/// <summary>A database of its own for one test, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int count;

    private readonly string name;

    private TestDatabase(string name, string connectionString)
    {
        this.name = name;
        ConnectionString = connectionString;
    }

    /// <summary>For Npgsql.</summary>
    public string ConnectionString { get; }

    /// <summary>An empty one.</summary>
    public static Task<TestDatabase> CreateAsync() => CreateAsync("template1");

    /// <summary>One with all tables of the ledger, and nothing in them.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync() => await CreateAsync(await TestTemplate.NameAsync());

    /// <summary>A copy of this one as it is now, such as a backup, while nobody is connected to this one.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);

        return await CreateAsync(name);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);

        await using var connection = await TestCluster.OpenAsync();
        await connection.ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var second = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var name = string.Create(CultureInfo.InvariantCulture,
            $"test_{second}_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await using var connection = await TestCluster.OpenAsync();
        await connection.ExecuteAsync($"create database {name} template {template}");
        return new(name, await TestCluster.ConnectionStringToAsync(name));
    }
}
