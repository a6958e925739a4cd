using Ledger.Testing;
using Npgsql;

namespace Ledger.Hosting.Tests.Embedded;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Each_test_has_an_empty_database_of_its_own()
    {
        await using var one = await TestDatabase.CreateAsync();
        await using var other = await TestDatabase.CreateAsync();
        await ScalarAsync(one, "create table only_here (id int)");

        Assert.Null(await ScalarAsync(other, "select to_regclass('only_here')::text"));
    }

    [Fact]
    public async Task A_database_is_gone_at_the_end_of_its_test()
    {
        await using var stays = await TestDatabase.CreateAsync();
        var ends = await TestDatabase.CreateAsync();
        var name = await ScalarAsync(ends, "select current_database()");
        await ends.DisposeAsync();

        Assert.Null(await ScalarAsync(stays, $"select datname from pg_database where datname = '{name}'"));
    }

    [Fact]
    public async Task A_migrated_database_has_every_schema_and_nothing_in_it()
    {
        await using var database = await TestDatabase.CreateMigratedAsync();

        Assert.Equal("events ops read", await ScalarAsync(database,
            "select string_agg(nspname, ' ' order by nspname) from pg_namespace "
            + "where nspname in ('events', 'ops', 'read')"));
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from events.mt_events"));
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) switch
        {
            DBNull => null,
            var value => value,
        };
    }
}
