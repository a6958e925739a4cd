namespace Ledger.Projections.Tests.Running;

public sealed class RebuildTests
{
    [Fact]
    public async Task Rebuilt_rows_equal_those_that_were_kept_live_event_by_event()
    {
        await using var site = await TestSite.CreateAsync();
        for (var i = 0; i < Sample.Life.Count; i++)
        {
            await site.HappensAsync(Sample.Harbour, Sample.Life[i]);
            if (i == 0)
                await site.HappensAsync(Sample.Bridge, Sample.BridgePublished);
        }

        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
        Assert.Equal(7, live.Rows.Count);
        Assert.All(live.Rows.Values, Assert.NotEmpty);
    }
}
