using System.Globalization;
using System.Security.Cryptography;
using Ledger.EventStore.Postgres;
using Ledger.Followers.Storing;
using Ledger.Hosting;
using Ledger.Projections.Running;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Testing;

/// <summary>A database with the tables of this build, made once; a copy costs a test less than a migration.</summary>
internal static class TestTemplate
{
    // Whoever has begun to use one must not lose it: it is dropped much later than it is last taken.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    private static readonly Lazy<Task<string>> Found = new(FindOrMakeAsync);

    public static Task<string> NameAsync() => Found.Value;

    private static async Task<string> FindOrMakeAsync()
    {
        await using var connection = await TestCluster.OpenAsync();
        await connection.ExecuteAsync("select pg_advisory_lock(hashtext('test template'))");
        try
        {
            var oldest = (DateTimeOffset.UtcNow - Fresh).ToUnixTimeSeconds();
            return await FindAsync(connection, oldest) ?? await MakeAsync(connection);
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(hashtext('test template'))");
        }
    }

    // One that is not finished still allows connections.
    private static async Task<string?> FindAsync(NpgsqlConnection connection, long oldest)
    {
        await using var find = new NpgsqlCommand(
            "select datname from pg_database where datname like $1 and not datallowconn "
            + "and split_part(datname, '_', 2)::bigint > $2 order by datname desc limit 1", connection)
        {
            Parameters = { new() { Value = $@"template\_%\_{Build()}" }, new() { Value = oldest } },
        };
        return await find.ExecuteScalarAsync() as string;
    }

    private static async Task<string> MakeAsync(NpgsqlConnection connection)
    {
        var second = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var name = string.Create(
            CultureInfo.InvariantCulture, $"template_{second}_{Environment.ProcessId}_{Build()}");
        await connection.ExecuteAsync($"create database {name}");
        var target = await TestCluster.ConnectionStringToAsync(name, pooling: false);
        await using (var services = new ServiceCollection().AddLedger(target).BuildServiceProvider())
            await services.MigrateLedgerAsync(CancellationToken.None);

        await connection.ExecuteAsync($"alter database {name} with allow_connections false");
        return name;
    }

    // The assemblies that bring tables; each build of one has an id of its own.
    private static string Build()
    {
        Type[] parts =
            [typeof(PostgresEventStore), typeof(ProjectionRunner), typeof(LedgerServices), typeof(FollowerStore)];
        var ids = parts
            .SelectMany(type => type.Module.ModuleVersionId.ToByteArray());
        return Convert.ToHexStringLower(SHA256.HashData([.. ids]))[..16];
    }
}
