namespace Ledger.Hosting.Tests.Erasing;

/// <summary>An erasure is no cover for whoever owns the database: each alteration is found, and named.</summary>
public sealed class Drills
{
    private const string Unlike = "event 1 does not give its leaf: its row, its salts or the leaf was altered";

    [Theory]
    [InlineData(
        "update events.mt_events set data = jsonb_set(data, '{article,headline}', '\"All is well\"') where seq_id = 1",
        "event 1 does not have as its article what an erasure left there: it was altered")]
    [InlineData("update log.erased set digest = sha256('') where position = 1",
        "event 1 does not have as its article what an erasure left there: it was altered")]
    [InlineData("update log.erased set commitment = sha256('') where position = 1", Unlike)]
    [InlineData("delete from log.erased where position = 1", Unlike)]
    [InlineData("update log.leaves set salts = sha256('') || salts where position = 1", Unlike)]
    [InlineData("insert into log.erased select 2, part, 'kind', ordered_by, commitment, digest from log.erased limit 1",
        "event 2 is said to have lost its kind by event")]
    [InlineData("alter table log.erased disable trigger append_only",
        "log.erased has no trigger that refuses to alter or remove rows")]
    [InlineData("grant execute on function log.erase(bigint, text[]) to public",
        "log.erase can be called by everybody")]
    [InlineData(
        "create or replace function log.erase(ordered_at bigint, words text[]) returns void language sql "
            + "as 'delete from events.mt_events'",
        "log.erase does not do what it is there for")]
    public async Task An_alteration_is_found(string tampering, string finding)
    {
        await using var log = await ErasedLog.CreateAsync("Ines Marchetti");
        await log.TamperAsync(tampering);

        Assert.Contains(await log.FindAsync(), found => found.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_door_is_shut_again_and_opens_for_no_other_event()
    {
        await using var log = await ErasedLog.CreateAsync("Ines Marchetti");

        Assert.Equal("LG001", (await RefusedAsync(log, "update events.mt_events set data = '{}'")).SqlState);
        Assert.Equal("LG001", (await RefusedAsync(log, "delete from log.erased")).SqlState);
        Assert.Equal("LG002", (await RefusedAsync(log, "select log.erase(1, array['Ellery'])")).SqlState);
    }

    private static async Task<Npgsql.PostgresException> RefusedAsync(ErasedLog log, string sql)
    {
        await using var database = Npgsql.NpgsqlDataSource.Create(log.Log.Ledger.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => command.ExecuteNonQueryAsync(ErasedLog.Cancelled));
    }
}
