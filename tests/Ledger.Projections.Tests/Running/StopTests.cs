using Ledger.Application;
using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Ledger.Projections.Running;

namespace Ledger.Projections.Tests.Running;

/// <summary>A read model that cannot get past an event stops there, says so, and goes on when it can.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_read_model_stops_at_the_very_event_and_the_others_go_on()
    {
        var probe = new Probe { FailsAt = 9 };
        await using var site = await TestSite.CreateAsync([.. ReadModels.All, probe]);
        await site.AppendAsync(Sample.Harbour, Sample.Life);

        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));

        var status = await site.StatusAsync();
        Assert.Equal(new ReadModelStatus("probe", 8, 4, 9,
            "Stopped at position 9 (article_retracted, stream 0197a1b2-0000-7000-8000-000000000001, version 9): "
            + "The probe was told to fail."), status[^1]);
        Assert.All(status.SkipLast(1), model =>
            Assert.Equal((12, 0, null), (model.Position, model.Lag, model.StoppedAt)));
        long[] before = [1, 2, 3, 4, 5, 6, 7, 8];
        Assert.Equal(before, await site.ScalarAsync<long[]>(Probe.AllPositions));
    }

    [Fact]
    public async Task The_others_go_on_with_what_is_appended_after_the_stop()
    {
        var probe = new Probe { FailsAt = 1 };
        await using var site = await TestSite.CreateAsync([.. ReadModels.All, probe]);
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));
        var calls = probe.Calls;

        await site.AppendAsync(Sample.Bridge, Sample.BridgePublished);
        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.NotNull(await site.Stories.FindAsync("bridge-opens", TestSite.Cancelled));
        Assert.Equal(calls, probe.Calls);
    }

    [Fact]
    public async Task A_stopped_read_model_goes_on_in_a_repaired_program_and_skips_nothing()
    {
        await using var site = await TestSite.CreateAsync([new Probe { FailsAt = 4 }]);
        await site.AppendAsync(Sample.Harbour, Sample.Life);
        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));

        using var repaired = new ProjectionRunner(site.Database, site.Store, [new Probe()]);
        Assert.True(await repaired.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.Equal([new ReadModelStatus("probe", 12, 0, null, null)], await site.StatusAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(n => (long)n), await site.ScalarAsync<long[]>(Probe.AllPositions));
    }

    [Fact]
    public async Task A_stop_is_noted_with_the_time_since_when()
    {
        await using var site = await TestSite.CreateAsync([new Probe { FailsAt = 1 }]);
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled);
        var since = await site.ScalarAsync<DateTime>("select at from ops.projection_error");

        using var again = new ProjectionRunner(site.Database, site.Store, [new Probe { FailsAt = 1 }]);
        Assert.False(await again.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.Equal(since, await site.ScalarAsync<DateTime>("select at from ops.projection_error"));
    }

    [Fact]
    public async Task An_event_of_an_unknown_type_stops_all_right_before_it_until_the_type_is_known()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.Life);
        await using var older = new PostgresEventStore(site.Database, Without("caption_edited"));
        using var runner = new ProjectionRunner(site.Database, older);

        Assert.False(await runner.CatchUpAsync(Minute, TestSite.Cancelled));
        Assert.All(await runner.GetStatusAsync(TestSite.Cancelled), model => Assert.Equal((5, 6, 7,
            "The event at position 6 (stream 0197a1b2-0000-7000-8000-000000000001, version 6) is of the unknown type "
            + "'caption_edited'."), (model.Position, model.StoppedAt, model.Lag, model.Error)));
        var before = await ReadTables.ReadAsync(site.Database);
        var failure = await Assert.ThrowsAsync<UnknownEventTypeException>(
            () => new Rebuild(site.Database, older).RunAsync([], null, TestSite.Cancelled));
        Assert.Equal(6, failure.Position);
        ReadTables.AssertEqual(before, await ReadTables.ReadAsync(site.Database));

        await site.CatchUpAsync();
        Assert.All(await runner.GetStatusAsync(TestSite.Cancelled), model =>
            Assert.Equal((12, null, null), (model.Position, model.StoppedAt, model.Error)));
    }

    [Fact]
    public async Task A_type_that_the_catalogue_knows_and_no_fold_stops_all()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        var newer = new EventCatalogue(
            [.. LedgerEvents.Catalogue.Types, (typeof(SomethingNew), "something_new")], [], LedgerEvents.Json);
        await using var store = new PostgresEventStore(site.Database, newer);
        await store.AppendAsync(new(Sample.Bridge, "asset", ExpectedVersion.NoStream,
            [new(Guid.NewGuid(), new SomethingNew("?"), new("user:edith"))]), TestSite.Cancelled);

        using var runner = new ProjectionRunner(site.Database, store);
        Assert.False(await runner.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.All(await runner.GetStatusAsync(TestSite.Cancelled), model => Assert.Equal((1, 2, true), (
            model.Position, model.StoppedAt, model.Error!.Contains("'something_new'", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_row_that_the_tables_refuse_stops_its_read_model_alone_and_it_goes_on_from_there()
    {
        // A writer who went past all rules has given a story the address of another.
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Bridge, Sample.BridgePublished with { Slug = "harbour-wall" });
        await site.AppendAsync(Sample.Harbour, Sample.Rewritten("b1", "Anew."));

        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));
        var stopped = Assert.Single(await site.StatusAsync(), model => model.StoppedAt is not null);
        Assert.Equal(("slug", 1, 2L), (stopped.Name, stopped.Position, stopped.StoppedAt));
        Assert.Contains("slug_pkey", stopped.Error, StringComparison.Ordinal);
        Assert.All((await site.StatusAsync()).Where(model => model != stopped), model => Assert.Equal(0, model.Lag));
        var failure = await Assert.ThrowsAsync<RebuildStoppedException>(
            () => site.Rebuild.RunAsync([], null, TestSite.Cancelled));
        Assert.Equal(("slug", 2), (failure.Name, failure.Position));

        await site.ExecuteAsync("delete from read.slug");
        using var repaired = new ProjectionRunner(site.Database, site.Store);
        Assert.True(await repaired.CatchUpAsync(Minute, TestSite.Cancelled));
        Assert.All(await site.StatusAsync(), model => Assert.Equal((3, null), (model.Position, model.StoppedAt)));
    }

    [Fact]
    public async Task An_event_that_cannot_follow_on_its_story_stops_all_at_it()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Harbour, [Sample.Rewritten("b1", "Anew."), Sample.HarbourPublished]);

        Assert.False(await site.Runner.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.All(await site.StatusAsync(), model => Assert.Equal((2, 3), (model.Position, model.StoppedAt)));
        var failure = await Assert.ThrowsAsync<RebuildStoppedException>(
            () => site.Rebuild.RunAsync([], null, TestSite.Cancelled));
        Assert.Equal(3, failure.Position);
    }

    [Fact]
    public async Task A_program_of_another_version_of_a_read_model_leaves_it_alone()
    {
        await using var site = await TestSite.CreateAsync([new Probe()]);
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished);
        using var other = new ProjectionRunner(site.Database, site.Store, [new Probe(version: 2)]);

        Assert.False(await other.CatchUpAsync(Minute, TestSite.Cancelled));

        Assert.Empty(await site.ScalarAsync<long[]>(Probe.AllPositions));
        Assert.Equal([new ReadModelStatus("probe", 0, 1, null, null)], await other.GetStatusAsync(TestSite.Cancelled));
        await site.CatchUpAsync();
    }

    private static EventCatalogue Without(string alias) => new(
        LedgerEvents.Catalogue.Types.Where(type => type.Alias != alias), [], LedgerEvents.Json);

    private sealed record SomethingNew(string What);
}
