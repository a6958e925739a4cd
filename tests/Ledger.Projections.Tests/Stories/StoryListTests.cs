using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Stories;

public sealed class StoryListTests
{
    [Fact]
    public async Task A_summary_says_what_a_list_shows()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, Sample.Correction);

        var page = await site.Stories.ListAsync(null, 10, null, withheld: true, TestSite.Cancelled);

        Assert.Equal(new StorySummary(Sample.Harbour, "harbour-wall", Sample.HarbourArticle.Headline,
            Sample.HarbourArticle.Standfirst, "Coast", "en-GB", StoryStatus.Published, 2, 1,
            Sample.Noon, Sample.Noon.AddHours(1)), Assert.Single(page.Items));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Withdrawn_and_removed_stories_are_listed_for_those_alone_who_ask_for_them()
    {
        await using var site = await TestSite.CreateAsync();
        for (var n = 1; n <= 6; n++)
            await PublishAsync(site, n, Slug(n), Sample.Noon.AddDays(n));
        await site.HappensAsync(Id(2), new ArticleWithdrawn("Too early."));
        await site.HappensAsync(Id(4), new ArticleRemoved("Forbidden.", RemovalBasis.Safety));
        await site.HappensAsync(Id(5), new ArticleRetracted("Not so."));

        var first = await site.Stories.ListAsync(null, 2, null, withheld: false, TestSite.Cancelled);
        var rest = await site.Stories.ListAsync(first.NextCursor, 9, null, withheld: false, TestSite.Cancelled);

        Assert.Equal(["s6", "s5", "s3", "s1"], first.Items.Concat(rest.Items).Select(story => story.Slug));
        Assert.Equal(["s6", "s5", "s4", "s3", "s2", "s1"], await SlugsAsync(site, 10));
    }

    [Fact]
    public async Task Stories_are_listed_from_the_one_first_published_last()
    {
        await using var site = await TestSite.CreateAsync();
        await PublishAsync(site, 1, "first", Sample.Noon.AddDays(1));
        await PublishAsync(site, 2, "second", Sample.Noon.AddDays(3));
        await PublishAsync(site, 3, "third", Sample.Noon.AddDays(2));
        await site.AppendAsync(Id(1), Sample.Rewritten("b1", "Anew."), Sample.Noon.AddDays(9));
        await site.CatchUpAsync();

        Assert.Equal(["second", "third", "first"], await SlugsAsync(site, 10));
    }

    [Fact]
    public async Task Pages_give_every_story_once_even_where_times_are_equal()
    {
        await using var site = await TestSite.CreateAsync();
        for (var n = 1; n <= 7; n++)
            await PublishAsync(site, n, Slug(n), Sample.Noon.AddDays(n / 3));
        await site.CatchUpAsync();

        foreach (var limit in new[] { 1, 2, 3, 7 })
            Assert.Equal(["s7", "s6", "s5", "s4", "s3", "s2", "s1"], await SlugsAsync(site, limit));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_while_stories_are_added()
    {
        await using var site = await TestSite.CreateAsync();
        for (var n = 1; n <= 4; n++)
            await PublishAsync(site, n, Slug(n), Sample.Noon.AddDays(n));
        await site.CatchUpAsync();

        var first = await site.Stories.ListAsync(null, 2, null, withheld: true, TestSite.Cancelled);
        await PublishAsync(site, 5, "s5", Sample.Noon.AddDays(5));
        await PublishAsync(site, 6, "s6", Sample.Noon.AddDays(-1));
        await site.CatchUpAsync();
        var second = await site.Stories.ListAsync(first.NextCursor, 10, null, withheld: true, TestSite.Cancelled);

        Assert.Equal(["s4", "s3"], first.Items.Select(story => story.Slug));
        Assert.Equal(["s2", "s1", "s6"], second.Items.Select(story => story.Slug));
    }

    [Fact]
    public async Task A_list_is_filtered_by_the_words_of_the_headline()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Bridge, Sample.BridgePublished, Sample.Noon.AddDays(1));
        await site.CatchUpAsync();

        (string Text, string[] Slugs)[] expected =
        [
            ("wall", ["harbour-wall"]), ("WALL harbour", ["harbour-wall"]), ("bridges", ["bridge-opens"]),
            ("wall bridge", []), ("wal", []), ("' | ) <-> :*", []), ("  ", ["bridge-opens", "harbour-wall"]),
        ];
        foreach (var (text, slugs) in expected)
        {
            var page = await site.Stories.ListAsync(null, 10, text, withheld: true, TestSite.Cancelled);
            Assert.Equal(slugs, page.Items.Select(story => story.Slug));
        }
    }

    [Fact]
    public async Task A_headline_that_has_changed_is_found_by_its_new_words_alone()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished,
            new HeadlineChanged(new(Sample.HarbourArticle.Headline, "Sea wall breaks"), null, null));

        Assert.Single((await site.Stories.ListAsync(null, 10, "sea breaks", withheld: true, TestSite.Cancelled)).Items);
        Assert.Empty((await site.Stories.ListAsync(null, 10, "gives", withheld: true, TestSite.Cancelled)).Items);
    }

    [Fact]
    public async Task A_cursor_that_no_page_has_given_is_refused()
    {
        await using var site = await TestSite.CreateAsync();
        string[] cursors =
        [
            "", "x", "12-", "63908000000000000-17", "-5-0197a1b2000070008000000000000001",
            "99999999999999999999-0197a1b2000070008000000000000001",
            "9223372036854775807-0197a1b2000070008000000000000001",
        ];
        foreach (var cursor in cursors)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => site.Stories.ListAsync(cursor, 10, null, withheld: true, TestSite.Cancelled));
        }
    }

    private static Task<long> PublishAsync(TestSite site, int n, string slug, DateTimeOffset at) =>
        site.AppendAsync(Id(n), Sample.Published(slug, "Headline", "Text."), at);

    private static async Task<List<string>> SlugsAsync(TestSite site, int limit)
    {
        var slugs = new List<string>();
        string? cursor = null;
        do
        {
            var page = await site.Stories.ListAsync(cursor, limit, null, withheld: true, TestSite.Cancelled);
            Assert.InRange(page.Items.Count, 1, limit);
            slugs.AddRange(page.Items.Select(story => story.Slug));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return slugs;
    }

    private static string Slug(int n) => string.Create(CultureInfo.InvariantCulture, $"s{n}");

    private static Guid Id(int n) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0197a1b2-0000-7000-8000-{n:d12}"));
}
