using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Pages;

/// <summary>A house whose clocks are put forward in March and back in October.</summary>
public sealed class HouseZones : IAsyncLifetime
{
    private static readonly Article Article = Newsroom.Short("The clock tower", "It has 4 bells.");

    private WebServer server = null!;

    public async ValueTask InitializeAsync() => server = await StartAsync("Europe/Berlin");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_time_of_a_story_is_that_of_the_clocks_of_the_house()
    {
        var (_, correction) = await TellAsync(server);
        using var reader = new Visitor(server.Client());

        // A minute lies between the first two, and an hour between the last two.
        string[] winter = ["29 March 2026, 01:59 UTC+1", "2026-03-29T00:59:00Z"];
        string[] summer = ["29 March 2026, 03:00 UTC+2", "2026-03-29T01:00:00Z"];
        string[] twice = ["25 October 2026, 02:30 UTC+2", "2026-10-25T00:30:00Z"];
        string[] again = ["25 October 2026, 02:30 UTC+1", "2026-10-25T01:30:00Z"];
        Assert.Equal([winter, again], await TimesAsync(reader, "/stories/tower", ".times time"));
        Assert.Equal(
            [again, twice, summer, winter], await TimesAsync(reader, "/stories/tower/history", ".change time"));
        Assert.Equal([twice], await TimesAsync(reader, "/stories/tower/revisions/3", ".past time"));
        Assert.Equal([winter, summer], await TimesAsync(reader, "/stories/tower/compare/1...2", ".sides time"));
        Assert.Equal([again], await TimesAsync(reader, "/corrections", ".corrections time"));
        Assert.Contains(again, await TimesAsync(reader, $"/corrections/{correction}", "main time"));
        Assert.Contains(["25 October 2026", again[1]], await TimesAsync(reader, "/", ".brief-meta time"));
    }

    [Fact]
    public async Task What_programs_get_stays_in_utc()
    {
        var (id, _) = await TellAsync(server);
        using var client = server.Client();
        var feed = await client.GetStringAsync("/corrections.atom", TestContext.Current.CancellationToken);
        var story = await client.GetStringAsync($"/api/v1/stories/{id}", TestContext.Current.CancellationToken);

        Assert.Contains("2026-10-25T01:30:00", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("UTC+", feed, StringComparison.Ordinal);
        Assert.Equal(
            "2026-03-29T00:59:00Z", JsonDocument.Parse(story).RootElement.GetProperty("publishedAt").GetString());
    }

    [Theory]
    [InlineData("from=2026-10-25&to=2026-10-25", 1)]
    [InlineData("from=2026-10-26", 0)]
    [InlineData("to=2026-10-24", 0)]
    [InlineData("from=0001-01-01&to=9999-12-30", 1)]
    public async Task Days_that_are_asked_for_are_those_of_the_house(string query, int found)
    {
        await TellAsync(server);
        using var reader = new Visitor(server.Client());

        await reader.GetAsync($"/corrections?{query}");

        Assert.Equal(found, reader.Page.QuerySelectorAll(".corrections > li").Length);
    }

    [Theory]
    [InlineData("Pacific/Auckland", "25 October 2026, 14:30 UTC+13")]
    [InlineData("America/St_Johns", "24 October 2026, 23:00 UTC−2:30")]
    [InlineData("Africa/Abidjan", "25 October 2026, 01:30 UTC")]
    public async Task Other_houses_have_other_days(string zone, string words)
    {
        await using var other = await StartAsync(zone);
        await TellAsync(other);
        using var reader = new Visitor(other.Client());

        Assert.Equal(
            [[words, "2026-10-25T01:30:00Z"]], await TimesAsync(reader, "/corrections", ".corrections time"));
    }

    [Fact]
    public async Task In_arabic_the_offset_reads_from_left_to_right()
    {
        await using var other = await StartAsync("America/St_Johns", "ar");
        await TellAsync(other);
        using var reader = new Visitor(other.Client());

        var time = Assert.Single(await TimesAsync(reader, "/corrections", ".corrections time"));

        Assert.Equal(["24 أكتوبر 2026، 23:00 بالتوقيت العالمي \u200E−2:30", "2026-10-25T01:30:00Z"], time);
    }

    private static Task<WebServer> StartAsync(string zone, string language = "en") => WebServer.StartAsync(
        new() { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone), Language = language });

    private static async Task<(Guid Story, Guid? Correction)> TellAsync(WebServer at)
    {
        var told = await at.SendAsync(new PublishStory(Article, "tower")
        {
            Actor = Newsroom.Editor,
            ClaimedAt = Moment("2026-03-29T00:59:00Z"),
        });
        await at.SendAsync(new ChangeHeadline("The clock tower of Velis", null, null)
        {
            Actor = Newsroom.Editor,
            Story = "tower",
            ClaimedAt = Moment("2026-03-29T01:00:00Z"),
        });
        await at.SendAsync(new ChangeHeadline("The clock tower of Port Velis", null, null)
        {
            Actor = Newsroom.Editor,
            Story = "tower",
            ClaimedAt = Moment("2026-10-25T00:30:00Z"),
        });
        var corrected = await at.SendAsync(new IssueCorrection(
            CorrectionClass.FactualError, [new("4 bells", "5 bells")], "It has five bells, not four.")
        {
            Actor = Newsroom.Editor,
            Story = "tower",
            ClaimedAt = Moment("2026-10-25T01:30:00Z"),
        });
        return (told.StoryId, corrected.CorrectionId);
    }

    /// <returns>Of each time what is read, and what is said on hover, which programs find there, too.</returns>
    private static async Task<List<string[]>> TimesAsync(Visitor reader, string path, string selector)
    {
        await reader.GetAsync(path);
        return [.. reader.Page.QuerySelectorAll(selector).Select(Told)];
    }

    private static string[] Told(IElement time)
    {
        Assert.Equal(time.GetAttribute("datetime"), time.GetAttribute("title"));
        return [time.TextContent, time.GetAttribute("title")!];
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
