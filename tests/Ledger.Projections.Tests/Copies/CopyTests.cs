using Ledger.Domain.Copies;
using Ledger.Projections.Copies;

namespace Ledger.Projections.Tests.Copies;

/// <summary>Which corrections are owed to which copies.</summary>
public sealed class CopyTests
{
    private static readonly Guid Arabic = Sample.ArabicCopy;
    private static readonly Guid Post = Guid.Parse("0190f1a0-0000-7000-8000-0000000000a2");
    private static readonly CopyLinked ArabicLinked =
        new(Sample.Harbour, CopyKind.Translation, "Arabic edition", "ar", "https://ar.example/wall");
    private static readonly CopyLinked PostLinked = new(Sample.Harbour, CopyKind.Syndication, "Hill Post", null, null);

    [Fact]
    public async Task A_correction_is_owed_to_every_copy_that_the_story_had_then()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Arabic, "copy", [ArabicLinked]);
        await site.AppendAsync(Sample.Harbour, [Sample.Correction]);
        await site.AppendAsync(Post, "copy", [PostLinked]);
        await site.CatchUpAsync();

        var task = Assert.Single(await TasksAsync(site));

        Assert.Equal(
            (Arabic, Sample.CorrectionId, "Arabic edition", "There were 14 boats, not 40.", (CopyOutcome?)null),
            (task.CopyId, task.CorrectionId, task.Publisher, task.Note, task.Outcome));
        Assert.Equal(["Arabic edition", "Hill Post"], (await Queries(site).ListForStoryAsync(
            Sample.Harbour, TestSite.Cancelled)).Select(copy => copy.Publisher));
    }

    [Theory]
    [InlineData(CopyOutcome.Corrected)]
    [InlineData(CopyOutcome.Waived)]
    public async Task What_is_settled_is_open_no_more_and_stays_to_be_seen(CopyOutcome outcome)
    {
        await using var site = await GivenOpenTaskAsync();
        await site.AppendAsync(Arabic, "copy", [new CopySettled(Sample.CorrectionId, outcome, "Done on Monday.")]);
        await site.CatchUpAsync();

        Assert.Empty(await TasksAsync(site));
        var settled = Assert.Single(await TasksAsync(site, openOnly: false));
        Assert.Equal((outcome, "Done on Monday.", 2), (settled.Outcome, settled.Reason, settled.Version));
        Assert.Empty(await Queries(site).ListTasksAsync(false, Sample.Harbour, 10, TestSite.Cancelled));
    }

    [Fact]
    public async Task Nothing_is_owed_to_a_copy_that_was_unlinked()
    {
        await using var site = await GivenOpenTaskAsync();
        await site.AppendAsync(Arabic, "copy", [new CopyUnlinked("It is offline.")]);
        await site.CatchUpAsync();

        Assert.Empty(await TasksAsync(site, openOnly: false));
        Assert.Equal("It is offline.", Assert.Single(await Queries(site).ListForStoryAsync(
            Sample.Harbour, TestSite.Cancelled)).UnlinkedReason);
    }

    [Fact]
    public async Task Rows_kept_live_equal_those_rebuilt()
    {
        await using var site = await GivenOpenTaskAsync();
        await site.AppendAsync(Arabic, "copy",
            [new CopySettled(Sample.CorrectionId, CopyOutcome.Waived, "Not in it."),
                new CopySettled(Sample.CorrectionId, CopyOutcome.Corrected, null)]);
        await site.AppendAsync(Post, "copy", [PostLinked, new CopyUnlinked("Gone.")]);
        await site.CatchUpAsync();

        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
        Assert.Equal((2, 1), (live.Rows["copy"].Count, live.Rows["copy_settlement"].Count));
    }

    private static async Task<TestSite> GivenOpenTaskAsync()
    {
        var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Arabic, "copy", [ArabicLinked]);
        await site.AppendAsync(Sample.Harbour, [Sample.Correction]);
        await site.CatchUpAsync();
        Assert.Single(await TasksAsync(site));
        return site;
    }

    private static CopyQueries Queries(TestSite site) => new(site.Database);

    private static Task<IReadOnlyList<CopyTask>> TasksAsync(TestSite site, bool openOnly = true) =>
        Queries(site).ListTasksAsync(openOnly, correctionId: null, limit: 10, TestSite.Cancelled);
}
