using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Revisions;

public sealed class RevisionTests
{
    [Fact]
    public async Task Every_published_state_reads_back_as_it_was()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);

        var state = StoryState.Initial;
        foreach (var happened in Sample.Life)
        {
            state = state.Evolve(happened);
            var revision = await site.Revisions.FindAsync(Sample.Harbour, state.Current!.Revision, TestSite.Cancelled);
            Assert.Equal(state.Current.Article, revision!.Article);
            Assert.Equal(state.GetType().Name, revision.Summary.Status.ToString());
        }

        Assert.Null(await site.Revisions.FindAsync(Sample.Harbour, state.Current!.Revision + 1, TestSite.Cancelled));
        Assert.Null(await site.Revisions.FindAsync(Sample.Harbour, 0, TestSite.Cancelled));
        Assert.Null(await site.Revisions.FindAsync(Sample.Bridge, 1, TestSite.Cancelled));
    }

    [Fact]
    public async Task A_revision_says_what_made_it_and_who_and_why()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, new ArticleRetracted("Not so."));

        var revision = (await site.Revisions.FindAsync(Sample.Harbour, 2, TestSite.Cancelled))!;

        Assert.Equal(new RevisionSummary(Sample.Harbour, 2, 2, 2, "article_retracted", StoryStatus.Retracted,
            Sample.HarbourArticle.Headline, "Not so.", "user:edith", "Edith Editor",
            Sample.Noon.AddHours(1), revision.Summary.RecordedAt), revision.Summary);
        Assert.Equal("Not so.", revision.Notice);
    }

    [Fact]
    public async Task A_new_address_is_a_version_and_no_revision()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.HarbourPublished, new SlugChanged("harbour-wall", "wall", null), Sample.Rewritten("b1", "Anew."));

        var revisions = await site.Revisions.ListAsync(Sample.Harbour, null, 10, TestSite.Cancelled);

        Assert.Equal([(2, 3L), (1, 1L)], revisions.Select(revision => (revision.Revision, revision.Version)));
    }

    [Fact]
    public async Task Revisions_are_listed_from_the_last_on_and_below_a_number()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);

        Assert.Equal([11, 10, 9], await NumbersAsync(site, null, 3));
        Assert.Equal([8, 7, 6], await NumbersAsync(site, 9, 3));
        Assert.Equal([1], await NumbersAsync(site, 2, 3));
        Assert.Empty(await NumbersAsync(site, 1, 3));
    }

    [Fact]
    public async Task Blocks_keep_their_order_when_it_changes_and_come_back_when_they_were_gone()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.Published("s", "Headline", "One.", "Two.", "Three."),
            Reordered("b3", "b1", "b2"), Reordered("b2"));
        await site.HappensAsync(Sample.Harbour, new ArticleRevised(RevisionKind.Update, null, new ArticleChange
        {
            Order = ["b1", "b2"],
            Blocks = [Sample.Paragraph("b1", "One.")],
        }));

        Assert.Equal("Three.\n\nOne.\n\nTwo.", await TextAsync(site, 2));
        Assert.Equal("Two.", await TextAsync(site, 3));
        Assert.Equal("One.\n\nTwo.", await TextAsync(site, 4));
    }

    [Fact]
    public async Task An_article_without_a_block_is_a_revision_too()
    {
        await using var site = await TestSite.GivenAsync(Sample.Published("s", "Headline"));

        Assert.Empty((await site.Revisions.FindAsync(Sample.Harbour, 1, TestSite.Cancelled))!.Article.Blocks);
    }

    private static ArticleRevised Reordered(params string[] order) =>
        new(RevisionKind.Update, null, new ArticleChange { Order = order });

    private static async Task<string> TextAsync(TestSite site, int revision) =>
        (await site.Revisions.FindAsync(Sample.Harbour, revision, TestSite.Cancelled))!.Article.ToBodyText();

    private static async Task<IEnumerable<int>> NumbersAsync(TestSite site, int? before, int limit) =>
        (await site.Revisions.ListAsync(Sample.Harbour, before, limit, TestSite.Cancelled)).Select(r => r.Revision);
}
