using Ledger.Testing;

namespace Ledger.Projections.Tests.Running;

/// <summary>Processes that are killed between any two statements of their work on the read models.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task One_who_is_killed_while_it_projects_leaves_no_read_model_wrong()
    {
        await using var site = await TestSite.CreateAsync();
        var next = 0;
        var killed = 0;
        await ForEachStatementAsync(async moment =>
        {
            // A new story each time, and one more step in the life of the first, whose rows are then altered.
            var news = Sample.BridgePublished with { Slug = $"s-{moment}" };
            await site.AppendAsync(SampleSite.Story(1_000 + moment), news);
            await site.AppendAsync(Sample.Harbour, Step(next++));

            var result = await Victims.RunAsync("catch-up", site.ConnectionString, moment);

            killed += result.Survived ? 0 : 1;
            await AssertRightAsync(site, result.Survived);
            return result;
        });

        // To see where all stand, to read, to lock, to look again, to write and to commit, at the least.
        Assert.True(killed >= 6, $"It was killed at {killed} moments only.");
    }

    [Fact]
    public async Task One_who_is_killed_while_it_rebuilds_leaves_what_readers_see_as_it_was()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        var right = await ReadTables.ReadAsync(site.Database);
        var killed = 0;
        await ForEachStatementAsync(async moment =>
        {
            var result = await Victims.RunAsync("rebuild", site.ConnectionString, moment);

            killed += result.Survived ? 0 : 1;
            ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
            Assert.True(await site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled));
            return result;
        });

        Assert.True(killed >= 20, $"It was killed at {killed} moments only.");
        await site.HappensAsync(Sample.Bridge, Sample.BridgePublished);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
    }

    // Moments come in pairs: the end of a statement and the beginning of the next leave the database the same.
    private static async Task ForEachStatementAsync(Func<int, Task<VictimResult>> run)
    {
        for (var moment = 1; !(await run(moment)).Survived; moment += 2)
            Assert.True(moment < 1_000);
    }

    /// <summary>All read models stand before the new events or after them, and are right in either case.</summary>
    private static async Task AssertRightAsync(TestSite site, bool survived)
    {
        var status = await site.StatusAsync();
        Assert.All(status, model => Assert.Contains(model.Lag, new long[] { 0, survived ? 0 : 2 }));
        Assert.Single(status.Select(model => model.Position).Distinct());

        await site.CatchUpAsync();
        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(await ReadTables.ReadAsync(site.Database), live);
    }

    private static Domain.Stories.StoryEvent Step(int n) =>
        n < Sample.Life.Count ? Sample.Life[n] : Sample.Rewritten("b1", $"Written anew, time {n}.");
}
