using Ledger.EventStore.Postgres;

namespace Ledger.EventStore.Tests.Postgres;

public sealed class SchemaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tables_are_those_of_Marten_9()
    {
        await using var log = await PostgresLog.CreateAsync();

        Assert.Equal(await ReadAsync("Schema.golden.txt"), await ListAsync(log));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_many_may_do_so_at_once()
    {
        await using var log = await PostgresLog.CreateAsync(migrate: false);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => log.Open().MigrateAsync(Token)));

        Assert.Equal(await ReadAsync("Schema.golden.txt"), await ListAsync(log));
    }

    [Fact]
    public async Task Migrating_does_not_wait_for_an_append_under_way()
    {
        await using var log = await PostgresLog.CreateAsync();
        await using var writing = await log.Source.OpenConnectionAsync(Token);
        await using var transaction = await writing.BeginTransactionAsync(Token);
        await using var insert = writing.CreateCommand();
        insert.CommandText = PostgresLog.ForeignEvent(position: 1, version: 1);
        await insert.ExecuteNonQueryAsync(Token);

        await log.Open().MigrateAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [Fact]
    public void Every_file_of_the_schema_is_run()
    {
        var files = typeof(PostgresEventStore).Assembly.GetManifestResourceNames()
            .Count(name => name.Contains(".Schema.", StringComparison.Ordinal));

        Assert.Equal(files, Sql.Schema.Count);
    }

    private static async Task<string> ListAsync(PostgresLog log) =>
        await log.ScalarAsync<string>(await ReadAsync("SchemaListing.sql")) ?? "";

    private static async Task<string> ReadAsync(string file) => (await File.ReadAllTextAsync(
        Path.Combine(AppContext.BaseDirectory, "Postgres", file), Token)).TrimEnd();
}
