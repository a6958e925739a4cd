using Ledger.Projections.Running;
using Ledger.Testing;

namespace Ledger.Projections.Tests.Running;

/// <summary>A rebuild that is killed, and the one after it.</summary>
public sealed class ResumedRebuildTests
{
    private const int Stories = 100;
    private const string Altered = "kept by the one after";

    [Fact]
    public async Task What_a_killed_rebuild_has_loaded_is_not_loaded_again()
    {
        await using var site = await GivenStoriesAsync();
        var right = await ReadTables.ReadAsync(site.Database);
        var loaded = await KillWhileItLoadsAsync(site);
        await site.ExecuteAsync($"update read_rebuild.changelog set actor = '{Altered}'");
        var steps = new Steps();

        await site.Rebuild.RunAsync([], steps, TestSite.Cancelled);

        Assert.Equal(loaded, await site.ScalarAsync<long>(
            $"select count(*) from read.changelog where actor = '{Altered}'"));
        Assert.InRange(steps.Reported[0].Events, loaded + 1, Stories * Sample.Life.Count);
        await site.ExecuteAsync($"update read.changelog set actor = 'user:edith' where actor = '{Altered}'");
        ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
    }

    [Fact]
    public async Task What_was_appended_after_the_kill_is_in_the_rows_too()
    {
        await using var site = await GivenStoriesAsync();
        await KillWhileItLoadsAsync(site);
        await site.HappensAsync(SampleSite.Story(1), Sample.Rewritten("b1", "Written after the kill."));
        await site.HappensAsync(SampleSite.Story(1_000), Sample.BridgePublished);
        var live = await ReadTables.ReadAsync(site.Database);

        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
    }

    [Fact]
    public async Task A_rebuild_of_other_read_models_begins_anew()
    {
        await using var site = await GivenStoriesAsync();
        await KillWhileItLoadsAsync(site);
        await site.ExecuteAsync($"update read_rebuild.changelog set actor = '{Altered}'");

        await site.Rebuild.RunAsync(["changelog"], null, TestSite.Cancelled);

        Assert.Equal(0, await site.ScalarAsync<long>(
            $"select count(*) from read.changelog where actor = '{Altered}'"));
    }

    [Fact]
    public async Task It_goes_on_from_wherever_it_was_killed()
    {
        await using var site = await GivenStoriesAsync();
        var right = await ReadTables.ReadAsync(site.Database);
        var killed = 0;

        // Each goes on where the one before was killed, and is given a little more time than that.
        for (var moment = 20; await IsKilledAsync(site, moment); moment += 10)
        {
            killed++;
            ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
            Assert.True(moment < 1_000);
        }

        ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
        Assert.True(killed > 2, $"It was killed {killed} times only.");
        Assert.True(await site.ScalarAsync<bool>("select to_regnamespace('read_rebuild') is null"));
    }

    private static async Task<bool> IsKilledAsync(TestSite site, int moment) =>
        !(await Victims.RunAsync("rebuild", site.ConnectionString, moment)).Survived;

    private static async Task<TestSite> GivenStoriesAsync()
    {
        var site = await TestSite.CreateAsync();
        await site.AppendWholeLivesAsync(Stories);
        await site.CatchUpAsync();
        return site;
    }

    /// <summary>How many events were loaded when it was killed; some and not all.</summary>
    private static async Task<long> KillWhileItLoadsAsync(TestSite site)
    {
        for (var moment = 10; ; moment += 4)
        {
            var result = await Victims.RunAsync("rebuild", site.ConnectionString, moment);
            Assert.False(result.Survived);
            var loaded = await site.ScalarAsync<bool>("select to_regclass('read_rebuild.rebuild_span') is not null")
                ? await site.ScalarAsync<long>(
                    "select coalesce(sum(events), 0)::bigint from read_rebuild.rebuild_span where loaded")
                : 0;
            if (loaded is > 0 and < Stories * 12)
                return loaded;

            await site.ExecuteAsync("drop schema if exists read_rebuild cascade");
        }
    }

    private sealed class Steps : IProgress<RebuildProgress>
    {
        public List<RebuildProgress> Reported { get; } = [];

        public void Report(RebuildProgress value) => Reported.Add(value);
    }
}
