using System.Globalization;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Testing;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>The functions that Marten calls, which are ours where it has not made its own.</summary>
public sealed class MartenFunctionTests : IAsyncLifetime
{
    private PostgresLog log = null!;
    private PostgresEventStore store = null!;

    public async ValueTask InitializeAsync()
    {
        log = await PostgresLog.CreateAsync();
        store = log.Open();
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Fact]
    public async Task Marten_appends_through_its_function_between_our_appends()
    {
        await log.AppendAsync(store, new NoteTaken("ours"));
        Assert.Equal("{3,2,3}", await MartenAppendsAsync(expected: 1));
        Assert.Equal(4, (await log.AppendAsync(store, new NoteTaken("ours"))).Position);
        Assert.Equal("{6,5,6}", await MartenAppendsAsync(expected: null));

        var stale = await Assert.ThrowsAsync<PostgresException>(() => MartenAppendsAsync(expected: 1));
        Assert.Equal("MT003", stale.SqlState);
        var events = await PostgresLog.AllAsync(store);
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.Select(e => e.Position));
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.Select(e => e.Version));
        Assert.Equal(
            [new NoteTaken("ours"), new NoteTaken("one"), new NoteTaken("two")], events.Take(3).Select(e => e.Data));
        Assert.Equal(events.Select(e => e.RecordedAt).Order(), events.Select(e => e.RecordedAt));
    }

    [Fact]
    public async Task A_function_that_Marten_has_made_stays_as_it_is()
    {
        await log.ExecuteAsync("create or replace function events.mt_mark_event_progression("
            + "name varchar, last_encountered bigint) returns void language sql as $$ select 'its own' $$");
        await store.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Contains("its own", await log.ScalarAsync<string>(
            "select prosrc from pg_proc where proname = 'mt_mark_event_progression'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marten_and_we_append_at_the_same_time_and_leave_no_gap()
    {
        await Task.WhenAll(Enumerable.Range(1, 40).Select(n => n % 2 == 0
            ? MartenAppendsAsync(expected: null)
            : log.AppendAsync(store, new NoteTaken("ours"), new NoteTaken("ours")) as Task));

        var events = await PostgresLog.AllAsync(store);
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), events.Select(e => e.Position));
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), events.Select(e => e.Version));
    }

    [Fact]
    public async Task Events_that_come_without_a_leaf_get_one_with_the_next_append_or_the_next_start()
    {
        await MartenAppendsAsync(expected: null);
        Assert.Equal(2, (await LogChecks.FindFaultsAsync(log.Source)).Count);
        await log.AppendAsync(store, new NoteTaken("ours"));
        Assert.Empty(await LogChecks.FindFaultsAsync(log.Source));

        for (var pairs = 0; pairs < 1_500; pairs += 500)
            await Task.WhenAll(Enumerable.Range(1, 500).Select(_ => MartenAppendsAsync(expected: null)));

        await log.Open().MigrateAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await LogChecks.FindFaultsAsync(log.Source));
        Assert.Equal(3_003, await log.ScalarAsync<long>("select count(*) from log.leaves"));
    }

    [Fact]
    public async Task Marten_marks_how_far_its_projections_are()
    {
        await log.ExecuteAsync("select events.mt_mark_event_progression('Stories:All', 5)");
        await log.ExecuteAsync("select events.mt_mark_event_progression('Stories:All', 9)");
        Assert.Equal(9, await log.ScalarAsync<long>("select last_seq_id from events.mt_event_progression"));

        // The mark is where the gap begins, so it moves to its end; the second time it is past it, and stays.
        Assert.Equal(12, await SkipAsync("'Stories:All', 12, 9"));
        Assert.Equal(12, await SkipAsync("'Stories:All', 11, 9"));
        Assert.Equal(7, await SkipAsync("'HighWaterMark', 7, 7"));
        Assert.Equal("12<-9", await log.ScalarAsync<string>(
            "select string_agg(ending_sequence || '<-' || starting_sequence, ' ') from events.mt_high_water_skips"));
    }

    private Task<long> SkipAsync(string arguments) =>
        log.ScalarAsync<long>($"select events.mt_mark_progression_with_skip({arguments})");

    private Task<string?> MartenAppendsAsync(long? expected) => log.ScalarAsync<string>(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        select events.mt_quick_append_events(
          '{{PostgresLog.Stream}}', 'sample', '*DEFAULT*', array[gen_random_uuid(), gen_random_uuid()],
          array['note_taken', 'note_taken'], array['', ''], array['{"text": "one"}', '{"text": "two"}']::jsonb[],
          array[null, null]::bytea[], array[null, null]::varchar[], array[null, null]::varchar[],
          array['null', 'null']::jsonb[], array['mary', 'mary'], array[now(), now()]
          {{(expected is null ? "" : $", {expected}")}})::text
        """));
}
