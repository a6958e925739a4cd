using Ledger.Projections.Running;

namespace Ledger.Projections.Tests.Running;

public sealed class MigrationTests
{
    [Fact]
    public async Task Many_may_migrate_at_once_and_again()
    {
        await using var site = await TestSite.CreateAsync();
        await site.ExecuteAsync("drop schema read cascade; drop table ops.read_model, ops.projection_error");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(site))));
        await MigrateAsync(site);

        await site.HappensAsync(Sample.Harbour, Sample.Life);
    }

    [Fact]
    public async Task A_read_model_of_a_new_version_is_made_anew_from_all_events_and_the_others_stay()
    {
        await using var site = await TestSite.CreateAsync([.. ReadModels.All, new Probe()]);
        await site.HappensAsync(Sample.Harbour, Sample.Life);
        await site.ExecuteAsync("update read.story set headline = 'Altered'");

        await MigrateAsync(site, [.. ReadModels.All, new Probe(version: 2)]);

        Assert.Equal(12, await site.ScalarAsync<long>("select count(*) from read.probe where version = 2"));
        Assert.Equal("Altered", await site.ScalarAsync<string>("select headline from read.story"));
        Assert.Equal(2, await site.ScalarAsync<int>("select version from ops.read_model where name = 'probe'"));
    }

    [Fact]
    public async Task A_read_model_that_is_new_starts_with_the_first_event()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        IReadOnlyList<IProjection> more = [.. ReadModels.All, new Probe()];

        await MigrateAsync(site, more);
        using var runner = new ProjectionRunner(site.Database, site.Store, more);
        Assert.True(await runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled));

        Assert.Equal(12, await site.ScalarAsync<long>("select count(*) from read.probe"));
    }

    [Theory]
    [InlineData("drop schema read cascade")]
    [InlineData("drop table read.block")]
    [InlineData("drop schema read cascade; drop table ops.read_model")]
    [InlineData("delete from events.mt_event_progression")]
    [InlineData("delete from ops.read_model")]
    public async Task What_is_lost_of_the_read_models_is_made_anew_from_the_log(string loss)
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        var rows = await ReadTables.ReadAsync(site.Database);
        await site.ExecuteAsync(loss);

        await Task.WhenAll(MigrateAsync(site), MigrateAsync(site));
        await site.CatchUpAsync();

        ReadTables.AssertEqual(rows, await ReadTables.ReadAsync(site.Database));
    }

    private static Task MigrateAsync(TestSite site) => MigrateAsync(site, ReadModels.All);

    private static async Task MigrateAsync(TestSite site, IReadOnlyList<IProjection> projections)
    {
        using var runner = new ProjectionRunner(site.Database, site.Store, projections);
        await runner.MigrateAsync(TestSite.Cancelled);
    }
}
