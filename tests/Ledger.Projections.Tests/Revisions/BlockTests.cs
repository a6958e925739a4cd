using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests.Revisions;

public sealed class BlockTests
{
    [Fact]
    public async Task A_block_is_stored_once_for_its_story_however_many_revisions_have_it()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.Published("a", "Headline", "Shared.", "Own."));
        await site.AppendAsync(Sample.Bridge, Sample.Published("b", "Headline", "Shared."));
        await site.CatchUpAsync();
        Assert.Equal(3, await site.ScalarAsync<long>("select count(*) from read.block"));

        await site.HappensAsync(Sample.Bridge, Sample.Rewritten("b1", "Anew."));
        await site.HappensAsync(Sample.Bridge, Sample.Rewritten("b1", "Shared."));
        await site.HappensAsync(Sample.Harbour, new ArticleRetracted("Not so."));

        Assert.Equal(4, await site.ScalarAsync<long>("select count(*) from read.block"));
        Assert.Equal(5, await site.ScalarAsync<long>("select count(*) from read.revision"));
    }

    [Fact]
    public async Task A_block_is_stored_under_the_hash_of_its_bytes()
    {
        const string Text = "Ærø — “naïve” \u2028 <b> & 🚢";
        await using var site = await TestSite.GivenAsync(Sample.Published("a", "Headline", Text));

        Assert.Equal(0, await site.ScalarAsync<long>(
            "select count(*) from read.block where hash <> substr(sha256(convert_to(body, 'UTF8')), 1, 16)"));
        var revision = await site.Revisions.FindAsync(Sample.Harbour, 1, TestSite.Cancelled);
        Assert.Equal(Text, revision!.Article.ToBodyText());
    }

    [Fact]
    public async Task A_revision_whose_block_is_lost_is_an_error_and_not_a_shorter_text()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.ExecuteAsync("delete from read.block where body::json->>'id' = 'b2'");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => site.Revisions.FindAsync(Sample.Harbour, 1, TestSite.Cancelled));
    }
}
