using Ledger.Domain.Policies;
using Ledger.Projections.Running;

namespace Ledger.Projections.Tests.Running;

/// <summary>The rows follow from the events alone, however they came to be.</summary>
public sealed class LiveAndRebuiltTests
{
    [Fact]
    public async Task Rows_kept_live_event_by_event_equal_those_rebuilt_at_once()
    {
        await using var site = await TestSite.CreateAsync();
        await site.HappensAsync(Sample.Bridge, Sample.Long(100));
        await site.AppendAsync(PolicyState.StreamId, "policy", [Sample.PolicyAdopted]);
        await site.AppendAsync(Sample.ArabicCopy, "copy", Sample.CopyLife);
        foreach (var happened in Sample.Life)
            await site.HappensAsync(Sample.Harbour, happened);

        foreach (var happened in Sample.ReportLife)
        {
            await site.AppendAsync(Sample.Report, "report", [happened]);
            await site.CatchUpAsync();
        }

        await site.AppendAsync(PolicyState.StreamId, "policy", [Sample.PolicyAdopted]);
        foreach (var happened in Sample.Draft)
        {
            await site.AppendAsync(Sample.CorrectionId, "draft", [happened]);
            await site.CatchUpAsync();
        }

        await site.AppendAsync(Sample.FixId, "fix", [.. Sample.Fix]);
        foreach (var happened in Sample.AssetLife)
        {
            await site.AppendAsync(Sample.Wall, "asset", [happened]);
            await site.CatchUpAsync();
        }

        await site.HappensAsync(Sample.Harbour, [.. Sample.Afterwards, Sample.Erased]);

        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
        Assert.Equal(19, live.Rows.Count);
        Assert.All(live.Rows.Values, Assert.NotEmpty);
    }

    [Fact]
    public async Task Rows_of_a_log_of_several_batches_equal_those_rebuilt()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendLivesAsync(45);
        await site.CatchUpAsync();

        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
        Assert.Equal(45 * 12, live.Rows["changelog"].Count);
    }

    [Fact]
    public async Task A_row_altered_by_hand_shows_in_every_table_and_a_rebuild_puts_it_right()
    {
        await using var site = await TestSite.GivenAllAsync();
        var right = await ReadTables.ReadAsync(site.Database);
        string[] alterations =
        [
            "update read.story set headline = 'Altered'", "update read.revision set overtaken = true",
            "update read.block set body = '{}'", "update read.changelog set facts = '{}'",
            "update read.correction set note = 'Altered'", "update read.block_page set entries = ''",
            "update read.slug set current = not current", "update read.policy set reason = 'Altered'",
            "update read.report set text = 'Altered'", "update read.report_step set facts = '{}'",
            "update read.copy set publisher = 'Altered'", "update read.copy_settlement set reason = 'Altered'",
            "update read.draft set status = 'open'", "update read.correction_change set change = '{}'",
            "update read.fix set status = 'proposed'",
            "update read.asset set exceptions = 7", "update read.asset_use set caption = 'Altered'",
            "update read.blame set runs = '{}'", "update read.passage set body = 'Altered'",
        ];
        foreach (var alteration in alterations)
        {
            await site.ExecuteAsync(alteration);
            var altered = await ReadTables.ReadAsync(site.Database);
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ReadTables.AssertEqual(right, altered));

            await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
            ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
        }

        Assert.Equal(right.Rows.Count, alterations.Length);
    }

    [Theory]
    [InlineData("story", "update read.story set headline = 'Altered'")]
    [InlineData("revision", "truncate read.revision, read.block, read.block_page")]
    [InlineData("changelog", "delete from read.changelog where version > 3")]
    [InlineData("correction", "truncate read.correction")]
    [InlineData("slug", "drop table read.slug")]
    [InlineData("policy", "truncate read.policy")]
    [InlineData("draft", "truncate read.draft")]
    [InlineData("fix", "truncate read.fix")]
    [InlineData("asset", "truncate read.asset, read.asset_use")]
    [InlineData("blame", "truncate read.blame")]
    [InlineData("passage", "truncate read.passage")]
    [InlineData("report", "truncate read.report, read.report_step")]
    [InlineData("copy", "truncate read.copy, read.copy_settlement")]
    public async Task One_read_model_is_rebuilt_without_the_rows_of_the_others(string name, string harm)
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        await site.AppendAsync(Sample.Report, "report", [.. Sample.ReportLife]);
        await site.AppendAsync(Sample.CorrectionId, "draft", [.. Sample.Draft]);
        await site.AppendAsync(Sample.FixId, "fix", [.. Sample.Fix]);
        await site.AppendAsync(Sample.Wall, "asset", [.. Sample.AssetLife]);
        await site.AppendAsync(Sample.Harbour, Sample.Afterwards);
        await site.CatchUpAsync();
        var right = await ReadTables.ReadAsync(site.Database);
        await site.ExecuteAsync(harm);
        await site.ExecuteAsync("delete from read.changelog; delete from read.story; delete from read.revision");

        await site.Rebuild.RunAsync([name], null, TestSite.Cancelled);
        var rebuilt = await ReadTables.ReadAsync(site.Database);
        var others = Rebuild.Names.Where(other => other != name).ToList();
        await site.Rebuild.RunAsync(others, null, TestSite.Cancelled);

        ReadTables.AssertEqual(right, await ReadTables.ReadAsync(site.Database));
        var tables = ReadModels.All.Single(model => model.Name == name).Tables;
        Assert.All(tables, table => Assert.Equal(right.Rows[table.Name], rebuilt.Rows[table.Name]));
    }

    [Fact]
    public async Task A_rebuild_without_names_makes_all_and_one_with_a_strange_name_none()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        await Assert.ThrowsAsync<ArgumentException>(
            () => site.Rebuild.RunAsync(["story", "stories"], null, TestSite.Cancelled));

        Assert.Equal(
            [
                "story", "revision", "changelog", "correction", "slug", "policy", "report", "copy", "draft", "fix",
                "asset", "blame", "passage",
            ],
            Rebuild.Names);
    }
}
