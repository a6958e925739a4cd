using Ledger.Application.Reports;

namespace Ledger.Web.Tests.Reports;

/// <summary>Whoever floods the desk is held off, and is not told by what.</summary>
public sealed class Spam(WebServer server) : ReportApiTest(server)
{
    [Fact]
    public async Task An_address_may_report_so_often_in_an_hour_and_others_go_on()
    {
        var story = await PublishAsync();
        using var reader = Reader();
        var most = new IntakeLimits().PerAddress;
        for (var n = 0; n < most; n++)
            await ReportAsync(reader, Report(story.Id, $"An error, number {n}."));

        await RefusedAsync(429, "too-many-reports",
            () => reader.PostAsync("/api/v1/reports", Json(Report(story.Id, "One more.")), Cancel));
        await ReportAsync(story.Id, "From another address.");
    }

    [Fact]
    public async Task A_story_may_be_reported_so_often_in_an_hour()
    {
        await using var small = await WebServer.StartAsync(new() { Intake = new() { PerStory = 2 } });
        var test = new Another(small);
        await test.InitializeAsync();

        await test.FloodAsync();
    }

    [Fact]
    public async Task The_same_words_are_taken_once_whoever_sends_them_and_however_they_are_spaced()
    {
        var story = await PublishAsync();
        await ReportAsync(story.Id, "Buy our bridges, they are better.");
        using var another = Reader();

        await RefusedAsync(422, "report-not-taken", () => another.PostAsync(
            "/api/v1/reports", Json(Report(story.Id, "BUY our  bridges; they are better!")), Cancel));
    }

    [Theory]
    [InlineData("See http://a.example and https://b.example and www.c.example")]
    [InlineData("[url=http://a.example]x[/url] <a href=\"https://b.example\">y</a>")]
    public async Task Words_that_are_mostly_links_are_not_taken(string text)
    {
        var story = await PublishAsync();
        using var reader = Reader();

        var links = await RefusedAsync(422, "report-not-taken",
            () => reader.PostAsync("/api/v1/reports", Json(Report(story.Id, text)), Cancel));

        // The same sentence as for any other sign.
        await ReportAsync(story.Id, $"Once: {text.Length}");
        var same = await RefusedAsync(422, "report-not-taken", () => reader.PostAsync(
            "/api/v1/reports", Json(Report(story.Id, $"Once: {text.Length}")), Cancel));
        Assert.Equal(Text(links, "detail"), Text(same, "detail"));
    }

    [Fact]
    public async Task The_staff_are_not_counted()
    {
        var story = await PublishAsync();
        for (var n = 0; n <= new IntakeLimits().PerAddress; n++)
            await ReportAsync(Editor, Report(story.Id, "The same again."));
    }

    private sealed class Another(WebServer server) : ReportApiTest(server)
    {
        public async Task FloodAsync()
        {
            var story = await PublishAsync();
            await ReportAsync(story.Id, "First.");
            await ReportAsync(story.Id, "Second.");
            using var reader = Reader();
            await RefusedAsync(429, "too-many-reports",
                () => reader.PostAsync("/api/v1/reports", Json(Report(story.Id, "Third.")), Cancel));
            await ReportAsync((await PublishAsync()).Id, "Another story.");
        }
    }
}
