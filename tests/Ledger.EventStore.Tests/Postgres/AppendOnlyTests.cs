using Ledger.EventStore.Tests.Contract;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

public sealed class AppendOnlyTests
{
    [Theory]
    [InlineData("update events.mt_events set data = '{}' where seq_id = 1")]
    [InlineData("update events.mt_events set is_archived = true")]
    [InlineData("delete from events.mt_events where seq_id = 1")]
    [InlineData("truncate events.mt_events")]
    [InlineData("update log.leaves set salts = hash")]
    [InlineData("delete from log.leaves")]
    [InlineData("update log.tiles set root = ''")]
    [InlineData("delete from log.checkpoints")]
    [InlineData("truncate log.checkpoints")]
    [InlineData("update log.identity set origin = 'other'")]
    [InlineData("update log.cosignatures set line = ''")]
    [InlineData("delete from log.refusals")]
    [InlineData("truncate log.refusals")]
    [InlineData("truncate events.mt_streams cascade")]
    [InlineData("delete from events.mt_streams")]
    [InlineData("insert into events.mt_events select * from events.mt_events "
        + "on conflict (seq_id) do update set version = 7")]
    public async Task What_the_log_holds_is_neither_altered_nor_removed(string statement)
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open();
        await log.AppendAsync(store, new NoteTaken("kept"));
        var before = await PostgresLog.AllAsync(store);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => log.ExecuteAsync(statement));
        Assert.Equal("LG001", refused.SqlState);
        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        Assert.Equal(before, await PostgresLog.AllAsync(store));
    }
}
