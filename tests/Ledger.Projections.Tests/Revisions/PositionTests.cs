using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests.Revisions;

public sealed class PositionTests
{
    [Fact]
    public async Task A_position_gives_the_state_when_the_log_ended_there()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);
        await site.HappensAsync(Sample.Bridge, Sample.BridgePublished);
        await site.HappensAsync(Sample.Harbour, Sample.Rewritten("b1", "Anew."));

        var state = StoryState.Initial;
        for (var position = 1; position <= Sample.Life.Count; position++)
        {
            state = state.Evolve(Sample.Life[position - 1]);
            await AssertAsync(site, position, state);
        }

        await AssertAsync(site, 13, state);
        await AssertAsync(site, 14, state.Evolve(Sample.Rewritten("b1", "Anew.")));
        await AssertAsync(site, 1_000, state.Evolve(Sample.Rewritten("b1", "Anew.")));
        Assert.Null(await site.Revisions.FindAtPositionAsync(Sample.Harbour, 0, TestSite.Cancelled));
        Assert.Null(await site.Revisions.FindAtPositionAsync(Sample.Bridge, 12, TestSite.Cancelled));
    }

    private static async Task AssertAsync(TestSite site, long position, StoryState expected)
    {
        var found = await site.Revisions.FindAtPositionAsync(Sample.Harbour, position, TestSite.Cancelled);

        Assert.Equal(expected.Current!.Article, found!.Article);
        Assert.Equal(expected.Current.Revision, found.Summary.Revision);
    }
}
