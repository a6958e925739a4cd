using Ledger.Projections.Running;

namespace Ledger.Projections.Tests.Running;

/// <summary>Each event is applied once, however often it is given.</summary>
public sealed class OnceTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_batch_given_twice_and_batches_that_overlap_apply_each_event_once()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.Life);
        var log = await site.ReadStepsAsync();
        var applier = new BatchApplier(site.Database, Area.Live);

        Assert.True((await ApplyAsync(0, 5)).Moved);
        Assert.False((await ApplyAsync(0, 5)).Moved);
        Assert.True((await ApplyAsync(2, 7)).Moved);
        Assert.True((await ApplyAsync(0, 12)).Moved);
        Assert.False((await ApplyAsync(11, 12)).Moved);

        var rows = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(await ReadTables.ReadAsync(site.Database), rows);

        Task<Applied> ApplyAsync(int after, int last) => applier.ApplyAsync(
            new(after, log[after..last]), ReadModels.All, Wait, TestSite.Cancelled);
    }

    [Fact]
    public async Task A_batch_that_begins_beyond_the_checkpoint_is_not_applied()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Harbour, [Sample.Rewritten("b1", "Two."), Sample.Rewritten("b1", "Three.")]);
        var log = await site.ReadStepsAsync();

        var applied = await new BatchApplier(site.Database, Area.Live).ApplyAsync(
            new(2, log[2..]), ReadModels.All, Wait, TestSite.Cancelled);

        Assert.False(applied.Moved);
        Assert.All(await site.StatusAsync(), model => Assert.Equal(1, model.Position));
    }

    [Fact]
    public async Task Many_who_catch_up_at_once_apply_each_event_once()
    {
        await using var site = await TestSite.CreateAsync([.. ReadModels.All, new Probe()]);
        await site.AppendLivesAsync(20);
        var others = Enumerable.Range(0, 4)
            .Select(_ => new ProjectionRunner(site.Database, site.Store, [.. ReadModels.All, new Probe()]))
            .ToList();

        var caughtUp = await Task.WhenAll(others.Append(site.Runner).Append(site.Runner)
            .Select(runner => runner.CatchUpAsync(TimeSpan.FromSeconds(120), TestSite.Cancelled)));

        Assert.All(caughtUp, Assert.True);
        Assert.Equal(Enumerable.Range(1, 240).Select(n => (long)n), await site.ScalarAsync<long[]>(Probe.AllPositions));
        others.ForEach(runner => runner.Dispose());
    }
}
