using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Folding;

namespace Ledger.Projections.Tests.Folding;

/// <summary>What is kept in memory of stories can be old, lost or ahead, and the fold is right all the same.</summary>
public sealed class StoryFoldsTests
{
    [Fact]
    public async Task What_others_have_projected_meanwhile_is_read_before_going_on()
    {
        await using var site = await GivenLifeAsync();
        var log = await LogAsync(site);
        var folds = new StreamFolds(site.Store);

        await ApplyAsync(folds, log[0]);
        await AssertRightAsync(folds, log[7]);
        await AssertRightAsync(folds, log[11]);
    }

    [Fact]
    public async Task What_is_ahead_of_an_event_is_not_used_for_it()
    {
        await using var site = await GivenLifeAsync();
        var log = await LogAsync(site);
        var folds = new StreamFolds(site.Store);

        await ApplyAsync(folds, log[11]);
        await AssertRightAsync(folds, log[4]);
        await AssertRightAsync(folds, log[5]);
        await AssertRightAsync(folds, log[0]);
    }

    [Fact]
    public async Task What_is_not_kept_for_want_of_room_is_read_again()
    {
        await using var site = await GivenLifeAsync();
        await site.AppendAsync(Sample.Bridge, [Sample.BridgePublished, Sample.Rewritten("b1", "Anew.")]);
        var log = await LogAsync(site);
        var folds = new StreamFolds(site.Store, mostCharacters: 1);

        foreach (var recorded in log.OrderBy(recorded => recorded.Version))
            await AssertRightAsync(folds, recorded);
    }

    [Fact]
    public async Task After_an_erasure_every_stream_is_folded_from_its_first_event()
    {
        await using var site = await GivenLifeAsync();
        var folds = new StreamFolds(site.Store);
        foreach (var recorded in await LogAsync(site))
            await ApplyAsync(folds, recorded);

        var order = new ContentErased(
            Guid.NewGuid(), "An order", "user:ada", "user:sten",
            [new(1, "data", "article", new('a', 64), new('b', 64))]);
        await site.Store.AppendAsync(
            new(Sample.Harbour, "story", ExpectedVersion.Any, [new(Guid.NewGuid(), order, new("user:sten"))])
            {
                Erases = [Sample.HarbourPublished.Article.Headline],
            }, TestSite.Cancelled);

        var step = await ApplyAsync(folds, (await LogAsync(site))[^1]);
        Assert.Equal("[erased]", step.After.Story.Original.Headline);
    }

    [Fact]
    public async Task A_long_stream_is_at_hand_however_many_short_ones_come_between()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Bridge, [Sample.BridgePublished, .. Rewritten(1, 70)]);
        for (var n = 0; n < 60; n++)
            await site.AppendAsync(Guid.NewGuid(), [Sample.BridgePublished]);

        await site.AppendAsync(Sample.Bridge, [.. Rewritten(71, 1)]);
        var log = await LogAsync(site);
        var folds = new StreamFolds(new Unreadable(), mostCharacters: 50_000);

        foreach (var recorded in log)
            Assert.Equal(recorded.Version, (await ApplyAsync(folds, recorded)).After.Version);

        // What has not been kept has to be read, and cannot be.
        await Assert.ThrowsAsync<NotSupportedException>(
            () => ApplyAsync(folds, log[71] with { Version = 2, Data = Rewritten(1, 1).Single() }));
    }

    [Fact]
    public async Task A_hole_in_a_stream_is_an_error()
    {
        await using var site = await GivenLifeAsync();
        var log = await LogAsync(site);
        var folds = new StreamFolds(site.Store);

        await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(folds, log[3] with { Version = 20 }));
    }

    private static IEnumerable<StoryEvent> Rewritten(int first, int count) =>
        Enumerable.Range(first, count).Select(n => Sample.Rewritten("b1", $"It was said {n} times."));

    private static Task<TestSite> GivenLifeAsync() => TestSite.GivenAsync([.. Sample.Life]);

    private static Task<List<RecordedEvent>> LogAsync(TestSite site) =>
        site.Store.ReadAllAsync(0, null, TestSite.Cancelled).ToListAsync(TestSite.Cancelled).AsTask();

    private static async Task<StoryStep> ApplyAsync(StreamFolds folds, RecordedEvent recorded) =>
        (StoryStep)await folds.ApplyAsync(recorded, TestSite.Cancelled);

    private static async Task AssertRightAsync(StreamFolds folds, RecordedEvent recorded)
    {
        StoryEvent[] bridge = [Sample.BridgePublished, Sample.Rewritten("b1", "Anew.")];
        var events = recorded.StreamId == Sample.Harbour ? Sample.Life : bridge;
        var expected = events.Take((int)recorded.Version).Aggregate(StoryState.Initial, (s, e) => s.Evolve(e));

        var step = await ApplyAsync(folds, recorded);

        Assert.Equal(recorded.Version, step.After.Version);
        Assert.Equal(expected.GetType(), step.After.State.GetType());
        Assert.Equal(expected.Current!.Article, step.After.Story.Article);
        Assert.Equal(expected.Current.Slug, step.After.Slugs[^1]);
    }
}
