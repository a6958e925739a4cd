using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests.Revisions;

public sealed class TimeTravelTests
{
    [Fact]
    public async Task A_time_gives_the_last_revision_that_had_gone_out()
    {
        await using var site = await TestSite.CreateAsync();
        await AppendAsync(site, 0, 60, 120);

        (int Minute, int? Revision)[] expected =
            [(-1, null), (0, 1), (59, 1), (60, 2), (119, 2), (120, 3), (999_999, 3)];
        foreach (var (minute, revision) in expected)
            Assert.Equal(revision, await RevisionAtAsync(site, minute));
    }

    [Fact]
    public async Task Of_two_revisions_in_the_same_second_the_later_stands()
    {
        await using var site = await TestSite.CreateAsync();
        await AppendAsync(site, 0, 60, 60, 60, 120);

        Assert.Equal(1, await RevisionAtAsync(site, 59));
        Assert.Equal(4, await RevisionAtAsync(site, 60));
        Assert.Equal(5, await RevisionAtAsync(site, 120));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Claimed_times_that_go_back_never_hide_the_revisions_after_them(bool oneByOne)
    {
        // Revisions 2 and 3 claim to be later than 4 does; who looks after that time sees 4 or what follows.
        int[] minutes = [0, 60, 90, 30, 45, 45, 20, 100];
        await using var site = await TestSite.CreateAsync();
        if (oneByOne)
        {
            foreach (var minute in minutes)
                await AppendAsync(site, minute);
        }
        else
        {
            await AppendAsync(site, minutes);
        }

        for (var at = -5; at <= 110; at += 5)
            Assert.Equal(LastAtOrBefore(minutes, at), await RevisionAtAsync(site, at));
    }

    [Fact]
    public async Task The_time_is_compared_to_the_microsecond_that_is_stored()
    {
        await using var site = await TestSite.CreateAsync();
        await site.AppendAsync(Sample.Harbour, Sample.HarbourPublished, Sample.Noon.AddTicks(7));
        await site.AppendAsync(Sample.Harbour, Sample.Rewritten("b1", "Anew."), Sample.Noon.AddTicks(3));
        await site.CatchUpAsync();

        var found = await site.Revisions.FindAtAsync(Sample.Harbour, Sample.Noon, TestSite.Cancelled);

        Assert.Equal(2, found!.Summary.Revision);
        Assert.Equal(1, await site.ScalarAsync<long>("select count(*) from read.revision where overtaken"));
    }

    [Fact]
    public async Task A_time_in_another_zone_is_the_same_time()
    {
        await using var site = await TestSite.CreateAsync();
        await AppendAsync(site, 0, 60);
        var there = Sample.Noon.AddMinutes(60).ToOffset(TimeSpan.FromHours(9));

        var found = await site.Revisions.FindAtAsync(Sample.Harbour, there, TestSite.Cancelled);

        Assert.Equal(2, found!.Summary.Revision);
    }

    // The slow and plain way to say what the index answers.
    private static int? LastAtOrBefore(int[] minutes, int at)
    {
        var index = Array.FindLastIndex(minutes, minute => minute <= at);
        return index < 0 ? null : index + 1;
    }

    private static async Task AppendAsync(TestSite site, params int[] minutes)
    {
        foreach (var minute in minutes)
        {
            StoryEvent happened = await site.Store.GetHeadAsync(TestSite.Cancelled) == 0
                ? Sample.HarbourPublished
                : Sample.Rewritten("b1", "Anew.");
            await site.AppendAsync(Sample.Harbour, happened, Sample.Noon.AddMinutes(minute));
        }

        await site.CatchUpAsync();
    }

    private static async Task<int?> RevisionAtAsync(TestSite site, int minute) => (await site.Revisions.FindAtAsync(
        Sample.Harbour, Sample.Noon.AddMinutes(minute), TestSite.Cancelled))?.Summary.Revision;
}
