using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Corrections;

/// <summary>What those read who follow the corrections: each state once, as it was, in the order of the log.</summary>
public sealed class CorrectionStateTests
{
    [Fact]
    public async Task A_state_stays_as_it_was_whatever_comes_after_it()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, Sample.Correction);
        var queries = new CorrectionFeedQueries(site.Database);
        var before = Assert.Single(await queries.ListAsync(0, 10, TestSite.Cancelled));

        await site.AppendAsync(Sample.Harbour,
            [new CorrectionAmended(Sample.CorrectionId, new("There were 14 boats, not 40.", "Fourteen."), "Shorter.")],
            Sample.Noon.AddHours(3));
        await site.AppendAsync(Sample.Harbour,
            [new HeadlineChanged(new(Sample.HarbourArticle.Headline, "The wall"), null, null)],
            Sample.Noon.AddHours(4));
        await site.CatchUpAsync();

        Assert.Equal(2, await queries.CountAsync(TestSite.Cancelled));
        var states = await queries.ListAsync(0, 10, TestSite.Cancelled);
        Assert.Equal([before.Correction.Note, "Fourteen."], states.Select(state => state.Correction.CurrentNote));
        Assert.All(states, state => Assert.Equal(Sample.HarbourArticle.Headline, state.Correction.Headline));
        Assert.Equivalent(before.Correction, states[0].Correction, strict: true);
        Assert.All(states, state => Assert.Equal(StoryStatus.Published, state.Status));
        Assert.Equal("Fourteen.",
            Assert.Single(await queries.ListAsync(1, 1, TestSite.Cancelled)).Correction.CurrentNote);
        Assert.Empty(await queries.ListAsync(2, 1, TestSite.Cancelled));
    }
}
