using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests.Revisions;

/// <summary>A long article with ten thousand revisions, each of which changes one paragraph.</summary>
public sealed class LongHistoryTests
{
    private const int Paragraphs = 200;
    private const int Revisions = 10_000;

    [Fact]
    public async Task Its_rows_grow_with_what_changed_and_any_past_text_reads_back()
    {
        await using var site = await TestSite.CreateAsync();
        var history = History();
        for (var first = 0; first < history.Count; first += 500)
            await AppendAsync(site, first, history.GetRange(first, 500));

        await site.CatchUpAsync();
        await AssertSizesAsync(site);
        await AssertTextsAsync(site, history);
        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
    }

    private static List<StoryEvent> History()
    {
        var history = new List<StoryEvent> { Sample.Long(Paragraphs) };
        for (var n = 1; n < Revisions; n++)
            history.Add(Sample.Rewritten(Sample.Id(1 + (n * 37 % Paragraphs)), $"Written in revision {n + 1}."));

        return history;
    }

    // Claimed times go a minute forward each, but for every hundredth revision, which claims an hour before.
    private static DateTimeOffset TimeOf(int revision) =>
        Sample.Noon.AddMinutes(revision % 100 == 0 ? revision - 60 : revision);

    private static async Task AppendAsync(TestSite site, int first, List<StoryEvent> events) =>
        await site.Store.AppendAsync(
            new(Sample.Harbour, "story", EventStore.ExpectedVersion.Any,
                [.. events.Select((happened, i) => new EventStore.NewEvent(Guid.NewGuid(), happened,
                    new("user:edith") { ClaimedAt = TimeOf(first + i + 1) }))]),
            TestSite.Cancelled);

    /// <summary>One block for each change, and few and short pages: not the list of all blocks each time.</summary>
    private static async Task AssertSizesAsync(TestSite site)
    {
        Assert.Equal(Paragraphs + Revisions - 1, await site.ScalarAsync<long>("select count(*) from read.block"));
        Assert.InRange(await LongestAsync(site, "revision"), 16, 32 * 16);
        Assert.InRange(await LongestAsync(site, "block_page"), 16, 64 * 16);
        var pages = await site.ScalarAsync<long>("select count(*) from read.block_page");
        Assert.InRange(pages, Revisions / 2, 2 * Revisions);
        var bytes = await site.ScalarAsync<long>(
            "select (select sum(octet_length(entries)) from read.revision)"
            + " + (select sum(octet_length(entries)) from read.block_page)");
        Assert.InRange(bytes, 1, (long)Revisions * Paragraphs * 16 / 4);
    }

    private static Task<int> LongestAsync(TestSite site, string table) =>
        site.ScalarAsync<int>($"select max(octet_length(entries)) from read.{table}");

    private static async Task AssertTextsAsync(TestSite site, List<StoryEvent> history)
    {
        var states = new List<string>();
        var state = StoryState.Initial;
        foreach (var happened in history)
        {
            state = state.Evolve(happened);
            states.Add(state.Current!.Article.ToBodyText());
        }

        for (var revision = 1; revision <= Revisions; revision += 397)
        {
            var text = states[revision - 1];
            var byNumber = await site.Revisions.FindAsync(Sample.Harbour, revision, TestSite.Cancelled);
            var byPosition = await site.Revisions.FindAtPositionAsync(Sample.Harbour, revision, TestSite.Cancelled);
            var time = TimeOf(revision);
            var byTime = await site.Revisions.FindAtAsync(Sample.Harbour, time, TestSite.Cancelled);

            Assert.Equal(text, byNumber!.Article.ToBodyText());
            Assert.Equal(text, byPosition!.Article.ToBodyText());
            var last = Enumerable.Range(1, Revisions).Last(n => TimeOf(n) <= time);
            Assert.Equal(states[last - 1], byTime!.Article.ToBodyText());
        }
    }
}
