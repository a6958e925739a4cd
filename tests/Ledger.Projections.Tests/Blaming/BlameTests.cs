using Ledger.Domain.Stories;
using Ledger.Projections.Blaming;

namespace Ledger.Projections.Tests.Blaming;

public sealed class BlameTests
{
    [Fact]
    public async Task Every_state_reads_back_with_the_origins_that_it_had()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        var blames = new BlameQueries(site.Database);

        var state = StoryState.Initial;
        ArticleBlame? blame = null;
        foreach (var happened in Sample.Life)
        {
            state = state.Evolve(happened);
            var story = state.Current!;
            blame = blame?.Then(story.Article, story.Revision) ?? ArticleBlame.Begin(story.Article);
            var revision = (await site.Revisions.FindAsync(Sample.Harbour, story.Revision, TestSite.Cancelled))!;
            var view = await blames.FindAsync(revision, TestSite.Cancelled);

            Assert.Equivalent(BlamedText.Of(story.Article, blame.Head), view.Fields);
            Assert.Equivalent(
                story.Article.Blocks.Zip(blame.Blocks).SelectMany(pair => BlamedText.Of(pair.First, pair.Second)),
                view.Blocks.SelectMany(block => block.Fields));
            Assert.All(
                view.Blocks.SelectMany(block => block.Fields).SelectMany(text => text.Phrases),
                phrase => Assert.InRange(view.Origins[phrase.Revision].Revision, 1, story.Revision));
        }
    }

    [Fact]
    public async Task A_revision_writes_rows_for_what_it_touched_alone()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        Assert.Empty((await ReadTables.ReadAsync(site.Database)).Rows["blame"]);

        await site.HappensAsync(Sample.Harbour, Sample.Rewritten("b1", "Anew."));
        await site.HappensAsync(Sample.Harbour, new HeadlineChanged(new("The harbour", "The old harbour"), null, null));

        Assert.Equal(2, (await ReadTables.ReadAsync(site.Database)).Rows["blame"].Count);
    }
}
