using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Metrics;

namespace Ledger.Projections.Tests.Reports;

public sealed class MetricsTests
{
    private const long Hour = 3_600;

    [Fact]
    public async Task Every_time_is_taken_from_the_log()
    {
        await using var site = await GivenAsync();

        var seen = await ReadAsync(site);

        Assert.Equal((1, 1, 3, 2, 1, 1), (seen.Stories, seen.Corrections, seen.Reports, seen.Decided, seen.Declined,
            seen.FoundByStaff));
        Assert.Equal(1_000, seen.CorrectionsPerThousandStories);
        Assert.Equal(new(2, 1 * Hour, 4 * Hour), seen.All.Acknowledge);
        Assert.Equal(new(2, 4 * Hour, 6 * Hour), seen.All.Decide);
        Assert.Equal(new(1, 5 * Hour, 5 * Hour), seen.All.Correct);
        Assert.Equal(new(1, 7 * Hour, 7 * Hour), seen.All.Exposure);
        Assert.Equal([null, CorrectionClass.FactualError], seen.ByClass.Select(one => one.Class));
        Assert.Equal(new(1, 5 * Hour, 5 * Hour), seen.ByClass[1].Times.Correct);
        Assert.Equal(["Coast"], seen.BySection.Select(one => one.Section));
    }

    [Fact]
    public async Task Words_that_came_in_later_were_exposed_from_then_on()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.Published("wall", "Wall", "It fell."), Sample.Noon);
        await site.AppendAsync(Sample.Harbour, Sample.Rewritten("b1", "It fell on Monday."), Sample.Noon.AddHours(2));
        await site.AppendAsync(Sample.Harbour, Sample.Rewritten("b1", "It fell on *Monday* morning."),
            Sample.Noon.AddHours(3));
        await site.AppendAsync(Sample.Harbour, Sample.Correction with
        {
            Claims = [new("on Monday", "on Sunday")],
            Change = new() { Blocks = [Sample.Paragraph("b1", "It fell on *Sunday* morning.")] },
        }, Sample.Noon.AddHours(6));
        await site.CatchUpAsync();

        Assert.Equal(new(1, 4 * Hour, 4 * Hour), (await ReadAsync(site)).All.Exposure);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_figures()
    {
        await using var site = await GivenAsync();
        var live = await ReadAsync(site);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        var rebuilt = await ReadAsync(site);

        Assert.Equal(live.All, rebuilt.All);
        Assert.Equal(live.ByClass, rebuilt.ByClass);
    }

    [Fact]
    public async Task Where_nothing_happened_there_are_no_figures()
    {
        await using var site = await TestSite.CreateAsync();

        var seen = await ReadAsync(site);

        Assert.Equal(new(0, null, null), seen.All.Acknowledge);
        Assert.Null(seen.CorrectionsPerThousandStories);
        Assert.Empty(seen.ByClass);
    }

    [Theory]
    [InlineData(new[] { 7 }, 7, 7)]
    [InlineData(new[] { 3, 1, 2 }, 2, 3)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    [InlineData(new[] { -5, 10 }, 0, 10)]
    public void Median_and_ninetieth_are_times_that_were_taken(int[] seconds, long median, long p90) => Assert.Equal(
        new(seconds.Length, median, p90), Durations.Of(seconds.Select(second => TimeSpan.FromSeconds(second))));

    private static Task<MetricsView> ReadAsync(TestSite site) => new MetricsQueries(site.Database, site.Revisions)
        .ReadAsync(Sample.Noon.AddDays(-1), Sample.Noon.AddDays(9), TestSite.Cancelled);

    // The story goes out at noon, the reports come in at two, and the correction goes out at seven.
    private static async Task<TestSite> GivenAsync()
    {
        var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished, Sample.Noon);
        await site.AppendAsync(Sample.Harbour, Sample.Correction, Sample.Noon.AddHours(7));
        await ReportAsync(site, 1, Sample.ReportReceived, 2);
        await ReportAsync(site, 1, Sample.ReportTriaged, 3);
        await ReportAsync(site, 1, new ReportClosed(ReportClosing.Corrected, null, Sample.CorrectionId, null), 8);
        await ReportAsync(site, 2, Sample.ReportReceived with { Source = ReportSource.Staff }, 2);
        await ReportAsync(site, 2, new ReportClosed(ReportClosing.Declined, "No.", null, null), 6);
        await ReportAsync(site, 3, Sample.ReportReceived, 2);
        await site.CatchUpAsync();
        return site;
    }

    private static Task<long> ReportAsync(TestSite site, int report, ReportEvent happened, int hour) =>
        site.AppendAsync(
            new Guid($"0197a1b2-0000-8000-8000-0000000000d{report}"), "report", [happened],
            Sample.Noon.AddHours(hour));
}
