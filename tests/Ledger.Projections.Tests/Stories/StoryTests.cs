using Ledger.Domain.Stories;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Stories;

public sealed class StoryTests
{
    [Fact]
    public async Task A_published_story_is_found_by_its_id_and_its_slug()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        var expected = new StoryView(Sample.Harbour, "harbour-wall", StoryStatus.Published, null, 1, 1, 1,
            Sample.Noon, Sample.Noon, Sample.HarbourArticle);
        Assert.Equal(expected, await site.Stories.FindAsync(Sample.Harbour.ToString(), TestSite.Cancelled));
        Assert.Equal(expected, await site.Stories.FindAsync("harbour-wall", TestSite.Cancelled));
    }

    [Fact]
    public async Task What_names_no_story_finds_none()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        foreach (var name in new[] { "harbour", "", "' or true --", Sample.Bridge.ToString() })
            Assert.Null(await site.Stories.FindAsync(name, TestSite.Cancelled));
    }

    [Fact]
    public async Task The_row_is_what_folding_all_events_gives()
    {
        await using var site = await TestSite.CreateAsync();
        var state = StoryState.Initial;
        foreach (var happened in Sample.Life)
        {
            await site.HappensAsync(Sample.Harbour, happened);
            state = state.Evolve(happened);

            var found = await site.Stories.FindAsync(Sample.Harbour.ToString(), TestSite.Cancelled);
            Assert.Equal(state.Current!.Article, found!.Article);
            Assert.Equal(state.Current.Slug, found.Slug);
            Assert.Equal(state.Current.Revision, found.Revision);
            Assert.Equal(state.GetType().Name, found.Status.ToString());
        }
    }

    [Fact]
    public async Task A_notice_is_shown_while_the_story_is_retracted_withdrawn_or_removed()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, new ArticleRetracted("Not so."));
        Assert.Equal((StoryStatus.Retracted, "Not so."), await StateAsync(site));

        await site.HappensAsync(Sample.Harbour, new ArticleWithdrawn("Gone."));
        Assert.Equal((StoryStatus.Withdrawn, "Gone."), await StateAsync(site));

        await site.HappensAsync(
            Sample.Harbour, new ArticleRemoved("Forbidden.", RemovalBasis.CourtOrder, "https://courts.example/17"));
        Assert.Equal((StoryStatus.Removed, "Forbidden."), await StateAsync(site));
        var removed = await site.Stories.FindAsync(Sample.Harbour.ToString(), TestSite.Cancelled);
        Assert.Equal(
            (RemovalBasis.CourtOrder, "https://courts.example/17"), (removed!.Basis, removed.BlockedBy));

        await site.HappensAsync(Sample.Harbour, new ArticleReinstated("It was so."));
        Assert.Equal((StoryStatus.Published, null), await StateAsync(site));
        var again = await site.Stories.FindAsync(Sample.Harbour.ToString(), TestSite.Cancelled);
        Assert.Equal(((RemovalBasis?)null, (string?)null), (again!.Basis, again.BlockedBy));
    }

    [Fact]
    public async Task The_times_are_those_of_the_first_and_the_last_revision_and_a_new_address_is_none()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished, Sample.Noon);
        await site.AppendAsync(Sample.Harbour, Sample.Rewritten("b1", "Anew."), Sample.Noon.AddDays(1));
        await site.AppendAsync(Sample.Harbour, new SlugChanged("harbour-wall", "wall", null), Sample.Noon.AddDays(2));
        await site.CatchUpAsync();

        var story = (await site.Stories.FindAsync("wall", TestSite.Cancelled))!;
        Assert.Equal((Sample.Noon, Sample.Noon.AddDays(1)), (story.PublishedAt, story.UpdatedAt));
        Assert.Equal((2, 3L, 3L), (story.Revision, story.Version, story.Position));
    }

    private static async Task<(StoryStatus, string?)> StateAsync(TestSite site)
    {
        var story = await site.Stories.FindAsync(Sample.Harbour.ToString(), TestSite.Cancelled);
        return (story!.Status, story.Notice);
    }
}
