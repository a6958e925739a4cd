using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Tests.Running;

/// <summary>A rebuild beside readers, writers, other rebuilds and failures.</summary>
public sealed class RebuildTests
{
    [Fact]
    public async Task Readers_see_every_story_and_writers_go_on_while_all_is_rebuilt()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendLivesAsync(10);
        await site.CatchUpAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Cancelled);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAsync(site, end.Token))).ToList();
        var writer = Task.Run(() => WriteAsync(site, end.Token));

        for (var n = 0; n < 4; n++)
            await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        await end.CancelAsync();

        Assert.All(await Task.WhenAll(readers), read => Assert.NotEqual(0, read));
        Assert.NotEqual(0, await writer);
        await site.CatchUpAsync();
        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
    }

    [Fact]
    public async Task Statements_that_readers_have_prepared_survive_it()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await using var connection = await site.Database.OpenConnectionAsync(TestSite.Cancelled);
        await using var command = new NpgsqlCommand(
            "select headline, article from read.story join read.slug on story_id = id where slug.slug = $1", connection)
        {
            Parameters = { new() { Value = "harbour-wall" } },
        };
        await command.PrepareAsync(TestSite.Cancelled);
        for (var n = 0; n < 10; n++)
            Assert.Equal(Sample.HarbourArticle.Headline, await command.ExecuteScalarAsync(TestSite.Cancelled));

        for (var n = 0; n < 3; n++)
        {
            await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
            Assert.Equal(Sample.HarbourArticle.Headline, await command.ExecuteScalarAsync(TestSite.Cancelled));
        }
    }

    [Fact]
    public async Task A_reader_that_holds_on_to_a_table_delays_it_and_nobody_fails()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await using var connection = await site.Database.OpenConnectionAsync(TestSite.Cancelled);
        await using var reading = await connection.BeginTransactionAsync(TestSite.Cancelled);
        await using var command = new NpgsqlCommand("select count(*) from read.slug", connection);
        await command.ExecuteScalarAsync(TestSite.Cancelled);

        var rebuild = site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        await site.UntilAsync("""
            select exists (select from pg_locks where not granted and relation = 'read.slug'::regclass)
            """);
        command.CommandText = "select count(*) from read.story join read.slug on story_id = id";
        Assert.Equal(1L, await command.ExecuteScalarAsync(TestSite.Cancelled));
        Assert.NotNull(await site.Stories.FindAsync("harbour-wall", TestSite.Cancelled));
        Assert.False(rebuild.IsCompleted);

        await reading.CommitAsync(TestSite.Cancelled);
        await rebuild;
    }

    [Fact]
    public async Task Two_at_once_run_one_after_the_other()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        var rows = await ReadTables.ReadAsync(site.Database);

        await Task.WhenAll(
            site.Rebuild.RunAsync([], null, TestSite.Cancelled),
            new Rebuild(site.Database, site.Store).RunAsync(["story"], null, TestSite.Cancelled),
            new Rebuild(site.Database, site.Store).RunAsync([], null, TestSite.Cancelled));

        ReadTables.AssertEqual(rows, await ReadTables.ReadAsync(site.Database));
    }

    [Fact]
    public async Task It_tells_how_far_it_has_come()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendLivesAsync(50);
        var steps = new Steps();

        await site.Rebuild.RunAsync([], steps, TestSite.Cancelled);

        Assert.Equal(new(600, 600), steps.Reported[^1]);
        Assert.Equal(steps.Reported.Select(step => step.Events).Order(), steps.Reported.Select(step => step.Events));
        Assert.All(steps.Reported, step => Assert.Equal(600, step.Head));
        Assert.All(await site.StatusAsync(), model => Assert.Equal(600, model.Position));
    }

    [Fact]
    public async Task An_event_that_cannot_be_projected_ends_it_and_leaves_all_as_it_was()
    {
        var probe = new Probe();
        await using var site = await TestSite.CreateAsync([.. ReadModels.All, probe]);
        await site.HappensAsync(Sample.Harbour, Sample.Life);
        var rows = await ReadTables.ReadAsync(site.Database);
        probe.FailsAt = 7;

        var failure = await Assert.ThrowsAsync<RebuildStoppedException>(
            () => site.Rebuild.RunAsync([], null, TestSite.Cancelled));

        Assert.Equal(("probe", 7), (failure.Name, failure.Position));
        Assert.Contains("position 7 (headline_changed", failure.Message, StringComparison.Ordinal);
        ReadTables.AssertEqual(rows, await ReadTables.ReadAsync(site.Database));
        probe.FailsAt = null;
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(rows, await ReadTables.ReadAsync(site.Database));
    }

    [Fact]
    public async Task It_gets_a_stopped_read_model_going_again()
    {
        var probe = new Probe { FailsAt = 3 };
        await using var site = await TestSite.CreateAsync([probe]);
        await site.AppendAsync(Sample.Harbour, Sample.Life);
        Assert.False(await site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled));
        probe.FailsAt = null;

        await site.Rebuild.RunAsync(["probe"], null, TestSite.Cancelled);

        Assert.Equal([new ReadModelStatus("probe", 12, 0, null, null)], await site.StatusAsync());
        await site.HappensAsync(Sample.Bridge, Sample.BridgePublished);
    }

    [Fact]
    public async Task What_one_before_it_left_behind_is_thrown_away()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        var rows = await ReadTables.ReadAsync(site.Database);
        await site.ExecuteAsync("""
            create schema read_rebuild;
            create table read_rebuild.story (id int);
            create table read_rebuild.stranger (id int);
            """);

        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(rows, await ReadTables.ReadAsync(site.Database));
        Assert.True(await site.ScalarAsync<bool>("select to_regnamespace('read_rebuild') is null"));
    }

    private static async Task<int> ReadAsync(TestSite site, CancellationToken end)
    {
        var count = 0;
        for (; !end.IsCancellationRequested; count++)
        {
            var slug = $"harbour-wall-fails-{count % 10}";
            var story = await site.Stories.FindAsync(slug, TestSite.Cancelled);
            Assert.Equal(slug, story?.Slug);
            Assert.NotNull(await site.Revisions.FindAsync(story!.Id, 1 + count % 11, TestSite.Cancelled));
            var stories = await site.Stories.ListAsync(null, 10, null, withheld: true, TestSite.Cancelled);
            Assert.Equal(10, stories.Items.Count);
            Assert.Equal(10, (await site.Corrections.ListAsync(new(), null, 10, TestSite.Cancelled)).Items.Count);
            Assert.NotEmpty(await site.Changelog.ListAsync(story.Id, null, 3, TestSite.Cancelled));
        }

        return count;
    }

    private static async Task<int> WriteAsync(TestSite site, CancellationToken end)
    {
        var count = 0;
        for (; !end.IsCancellationRequested; count++)
        {
            var news = Sample.BridgePublished with { Slug = $"new-{count}" };
            await site.HappensAsync(SampleSite.Story(1_000 + count), news);
            Assert.NotNull(await site.Stories.FindAsync(news.Slug, TestSite.Cancelled));
        }

        return count;
    }

    private sealed class Steps : IProgress<RebuildProgress>
    {
        public List<RebuildProgress> Reported { get; } = [];

        public void Report(RebuildProgress value) => Reported.Add(value);
    }
}
