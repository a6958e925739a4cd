using System.Collections.Concurrent;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Testing;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>What <see cref="ILogWatch"/> promises.</summary>
public sealed class LogWatchTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<LogChange> changes = [];
    private PostgresLog log = null!;
    private PostgresEventStore store = null!;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.CreateAsync();
        store = log.Open();
        store.Changed += changes.Enqueue;
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task Rule_1_an_own_append_is_told_before_it_returns()
    {
        await log.AppendAsync(store, new NoteTaken("one"), new NoteTaken("two"));

        var change = Assert.Single(changes);
        Assert.Equal(2, change.Position);
        Assert.Equal([PostgresLog.Stream], change.Streams!);
    }

    [Fact]
    public async Task Rule_2_an_append_of_another_is_told_by_name()
    {
        await StartAsync();
        await log.AppendAsync(log.Open(), new NoteTaken("theirs"));

        await Eventually.IsTrueAsync(() => Task.FromResult(changes.Any(change =>
            change is { Position: 1, Streams: { } streams } && streams.SequenceEqual([PostgresLog.Stream]))));
    }

    [Fact]
    public async Task Rule_3_after_a_lost_connection_anything_may_have_changed()
    {
        await StartAsync();
        changes.Clear();
        await log.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname = current_database() and query in ('listen ledger_events', 'select 1')");

        await Eventually.IsTrueAsync(() => Task.FromResult(changes.Any(change => change.Streams is null)));
        await Eventually.IsTrueAsync(() => Task.FromResult(store.IsLive));
    }

    [Fact]
    public async Task Rule_3_it_is_not_live_while_there_is_no_database()
    {
        Assert.False(store.IsLive);
        await StartAsync();
        await log.DisposeAsync();

        await Eventually.IsTrueAsync(() => Task.FromResult(!store.IsLive));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(201)]
    public void A_notice_names_the_streams_while_there_are_few(int count)
    {
        var streams = Enumerable.Range(1, count).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
        var text = ChangeNotice.Write(12, streams);
        var change = ChangeNotice.Parse(text);

        Assert.True(text.Length < 8_000);
        Assert.Equal(12, change.Position);
        Assert.Equal(count is 0 or 201 ? null : streams, change.Streams);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("something else", 0)]
    [InlineData("12 of which", 12)]
    public void What_a_notice_does_not_say_may_be_anything(string text, long position) =>
        Assert.Equal(new(position, null), ChangeNotice.Parse(text));

    private async Task StartAsync()
    {
        store.Start();
        await Eventually.IsTrueAsync(() => Task.FromResult(store.IsLive));
    }
}
