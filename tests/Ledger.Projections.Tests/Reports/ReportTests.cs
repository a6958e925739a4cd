using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Reports;

namespace Ledger.Projections.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public async Task A_report_is_shown_with_its_story_and_where_it_stands()
    {
        await using var site = await GivenAsync();

        var report = (await site.Reports.FindAsync(Sample.Report, TestSite.Cancelled))!;

        Assert.Equal(
            (Sample.Harbour, "harbour-wall", "There were 14.", ReportStatus.Received, true),
            (report.StoryId, report.Slug, report.Text, report.Status, report.HasContact));
        Assert.Equal(Sample.ReportReceived.Quote, report.Quote);
        Assert.Equal(Sample.Noon.AddHours(24), report.DueAt);
    }

    [Fact]
    public async Task Each_step_of_the_desk_shows()
    {
        await using var site = await GivenAsync();
        ReportStatus[] expected =
        [
            ReportStatus.Received, ReportStatus.Triaged, ReportStatus.Declined, ReportStatus.Triaged,
            ReportStatus.Triaged, ReportStatus.Corrected,
        ];
        var seen = new List<ReportStatus>();
        foreach (var happened in Sample.ReportLife.Skip(1).Prepend(null))
        {
            if (happened is not null)
                await site.AppendAsync(Sample.Report, "report", [happened]);

            await site.CatchUpAsync();
            seen.Add((await site.Reports.FindAsync(Sample.Report, TestSite.Cancelled))!.Status);
        }

        Assert.Equal(expected, seen);
        var last = (await site.Reports.FindAsync(Sample.Report, TestSite.Cancelled))!;
        Assert.Equal(
            (false, Sample.CorrectionId, CorrectionClass.FactualError, Severity.Substantive, "user:edith"),
            (last.HasContact, last.CorrectionId, last.Class, last.Severity, last.Owner));
        var steps = await site.Reports.ListStepsAsync(Sample.Report, TestSite.Cancelled);
        Assert.Equal(
            ["report_received", "report_triaged", "report_closed", "report_reopened", "report_contact_erased",
                "report_closed"],
            steps.Select(step => step.Type));
        Assert.Equal("We counted 40.", steps[2].Facts.Reason);
    }

    [Fact]
    public async Task The_queue_has_the_most_urgent_first_page_by_page_and_can_be_filtered()
    {
        await using var site = await GivenAsync();
        for (var n = 2; n <= 4; n++)
        {
            await site.AppendAsync(Id(n), "report", [Sample.ReportReceived with { DueAt = Sample.Noon.AddHours(n) }]);
        }

        await site.AppendAsync(Id(4), "report", [Sample.ReportTriaged with { Owner = null }]);
        await site.AppendAsync(Id(3), "report", [new ReportClosed(ReportClosing.Merged, null, null, Id(2))]);
        await site.CatchUpAsync();

        var first = await site.Reports.ListAsync(new(Open: true), null, 2, TestSite.Cancelled);
        var rest = await site.Reports.ListAsync(new(Open: true), first.NextCursor, 2, TestSite.Cancelled);

        Assert.Equal([Id(2), Sample.Report], first.Items.Select(report => report.Id));
        Assert.Equal([Id(4)], rest.Items.Select(report => report.Id));
        Assert.Null(rest.NextCursor);
        Assert.Equal([Id(3)], await IdsAsync(site, new(Open: false)));
        Assert.Equal([Id(4)], await IdsAsync(site, new(Class: CorrectionClass.FactualError)));
        Assert.Equal([Id(3)], await IdsAsync(site, new(Status: ReportStatus.Merged)));
        Assert.Equal([Id(4)], await IdsAsync(site, new(Severity: Severity.Substantive, Owner: "")));
        Assert.Empty(await IdsAsync(site, new(Owner: "user:nobody")));
        Assert.Empty(await IdsAsync(site, new(Story: Sample.Bridge)));
        Assert.Equal(4, (await IdsAsync(site, new())).Count);
        var merged = (await site.Reports.FindAsync(Id(3), TestSite.Cancelled))!;
        Assert.Equal(Id(2), (await site.Reports.FollowAsync(merged, TestSite.Cancelled)).Id);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("5-x")]
    public async Task A_cursor_of_another_list_is_an_error(string cursor)
    {
        await using var site = await TestSite.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            () => site.Reports.ListAsync(new(), cursor, 2, TestSite.Cancelled));
    }

    private static async Task<TestSite> GivenAsync()
    {
        var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Report, "report", [Sample.ReportReceived]);
        await site.CatchUpAsync();
        return site;
    }

    private static async Task<List<Guid>> IdsAsync(TestSite site, ReportFilter filter) =>
        [.. (await site.Reports.ListAsync(filter, null, 10, TestSite.Cancelled)).Items.Select(report => report.Id)];

    private static Guid Id(int n) => new($"0197a1b2-0000-8000-8000-0000000000d{n}");
}
