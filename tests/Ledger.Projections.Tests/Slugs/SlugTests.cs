using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests.Slugs;

public sealed class SlugTests
{
    [Fact]
    public async Task Every_slug_that_a_story_ever_had_leads_to_it_and_to_the_one_it_has()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.HarbourPublished, Moved("harbour-wall", "wall"), Moved("wall", "sea-wall"));

        foreach (var slug in new[] { "harbour-wall", "wall", "sea-wall" })
            Assert.Equal("sea-wall", (await site.Stories.FindAsync(slug, TestSite.Cancelled))!.Slug);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_story_may_go_back_to_a_slug_it_had(bool oneByOne)
    {
        StoryEvent[] events = [Sample.HarbourPublished, Moved("harbour-wall", "wall"), Moved("wall", "harbour-wall")];
        await using var site = await TestSite.CreateAsync();
        if (oneByOne)
        {
            foreach (var happened in events)
                await site.HappensAsync(Sample.Harbour, happened);
        }
        else
        {
            await site.HappensAsync(Sample.Harbour, events);
        }

        Assert.Equal("harbour-wall", (await site.Stories.FindAsync("wall", TestSite.Cancelled))!.Slug);
        Assert.Equal("harbour-wall", await site.ScalarAsync<string>("select slug from read.slug where current"));
        Assert.Equal(2, await site.ScalarAsync<long>("select count(*) from read.slug"));
    }

    [Fact]
    public async Task A_withdrawn_story_keeps_its_slugs()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.HarbourPublished, Moved("harbour-wall", "wall"), new ArticleWithdrawn("Gone."));

        Assert.NotNull(await site.Stories.FindAsync("harbour-wall", TestSite.Cancelled));
    }

    [Fact]
    public async Task A_slug_that_a_log_gives_to_two_stories_stops_the_read_model()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Bridge, Sample.BridgePublished with { Slug = "harbour-wall" });

        Assert.False(await site.Runner.CatchUpAsync(TimeSpan.FromSeconds(60), TestSite.Cancelled));

        var stopped = Assert.Single(await site.StatusAsync(), model => model.StoppedAt is not null);
        Assert.Equal(("slug", 2L), (stopped.Name, stopped.StoppedAt!.Value));
        Assert.Equal(Sample.Harbour, (await site.Stories.FindAsync("harbour-wall", TestSite.Cancelled))!.Id);
    }

    private static SlugChanged Moved(string from, string to) => new(from, to, null);
}
