using Ledger.Domain.Assets;
using Ledger.Domain.Stories;
using Ledger.Projections.Assets;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Assets;

/// <summary>Which pictures there are, and where they are used.</summary>
public sealed class AssetTests
{
    private const string Url = "https://example.org/wall.jpg";
    private static readonly Guid Wall = Sample.Wall;

    private static readonly StoryPublished Bridge = Sample.BridgePublished with
    {
        Article = Sample.BridgePublished.Article with
        {
            Blocks =
            [
                Picture("p1", Url, "The wall, seen from the bridge"), Picture("p2", "/bridge.jpg", "The bridge"),
                Picture("p3", Url, "The wall on Sunday"),
            ],
        },
    };

    [Fact]
    public async Task A_picture_is_known_by_the_stories_that_use_it_with_the_words_of_each()
    {
        await using var site = await GivenAsync();

        var wall = await Queries(site).FindAsync(Wall, TestSite.Cancelled);

        Assert.Equal((Url, 0, null), (wall!.Url, wall.Version, wall.State.Registered));
        Assert.Equal(
            [("bridge-opens", "p1"), ("bridge-opens", "p3"), ("harbour-wall", "b3")],
            wall.Uses.Select(use => (use.Slug, use.BlockId)).Order());
        var harbour = wall.Uses.Single(use => use.StoryId == Sample.Harbour);
        Assert.Equal(
            (new AssetWords("The wall on Sunday", "Tomas Reyl", "A broken wall"), "en-GB", StoryStatus.Published),
            (harbour.Words, harbour.Language, harbour.Status));
        Assert.Null(await Queries(site).FindAsync(Sample.Harbour, TestSite.Cancelled));
    }

    [Fact]
    public async Task A_use_goes_with_its_block_and_changes_with_its_words_and_stays_when_the_story_is_withdrawn()
    {
        await using var site = await GivenAsync();

        await site.HappensAsync(Sample.Bridge, new ArticleRevised(
            RevisionKind.Update, null, new() { Order = ["p2", "p3"], Blocks = [Picture("p3", Url, "On Monday")] }));
        await site.HappensAsync(Sample.Bridge, new ArticleWithdrawn("It was a mistake."));

        var uses = await Queries(site).ListUsesAsync(Wall, TestSite.Cancelled);
        Assert.Equal(
            [("b3", "The wall on Sunday", StoryStatus.Published), ("p3", "On Monday", StoryStatus.Withdrawn)],
            uses.Select(use => (use.BlockId, use.Words.Caption, use.Status)).Order());
    }

    [Fact]
    public async Task A_block_that_shows_another_picture_is_a_use_of_that()
    {
        await using var site = await GivenAsync();

        await site.HappensAsync(Sample.Harbour, new ArticleRevised(
            RevisionKind.Update, null, new() { Blocks = [Picture("b3", "/bridge.jpg", "The bridge")] }));

        Assert.DoesNotContain(
            await Queries(site).ListUsesAsync(Wall, TestSite.Cancelled), use => use.StoryId == Sample.Harbour);
        Assert.Equal(2, (await Queries(site).ListUsesAsync(
            AssetIds.OfPicture("/bridge.jpg"), TestSite.Cancelled)).Count);
    }

    [Fact]
    public async Task The_list_counts_stories_finds_words_and_goes_on_page_by_page()
    {
        await using var site = await GivenAsync();
        await site.AppendAsync(
            AssetIds.OfPicture("/unused.jpg"), "asset",
            [new AssetRegistered("/unused.jpg", "Spare", null, null, null)]);
        await site.CatchUpAsync();

        var all = await ListAsync(site);
        Assert.Equal(
            [("/bridge.jpg", 1), ("/unused.jpg", 0), (Url, 2)],
            all.Select(asset => (asset.Url, asset.Stories)).Order());
        Assert.Equal("The wall on Sunday", all.Single(asset => asset.Url == Url).Caption);
        Assert.Equal([Url], (await ListAsync(site, "SEEN from")).Select(asset => asset.Url));
        Assert.Equal(["/unused.jpg"], (await ListAsync(site, "spare")).Select(asset => asset.Url));
        Assert.Empty(await ListAsync(site, "100%"));

        var (pages, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await Queries(site).ListAsync(cursor, 1, null, false, TestSite.Cancelled);
            pages.AddRange(page.Items.Select(asset => asset.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(all.Select(asset => asset.Id), pages);
    }

    [Fact]
    public async Task What_waits_for_somebody_is_counted_and_what_is_approved_is_due()
    {
        await using var site = await GivenAsync();
        await site.AppendAsync(Wall, "asset", [.. Sample.AssetLife.Take(2)]);
        await site.CatchUpAsync();
        Assert.Equal((1, 0), await OpenAsync(site));
        Assert.Empty(await Queries(site).FindDueAsync(TestSite.Cancelled));

        await site.AppendAsync(Wall, "asset", [Sample.AssetLife[2]]);
        await site.CatchUpAsync();
        Assert.Equal([(Wall, Sample.CorrectionId)], await Queries(site).FindDueAsync(TestSite.Cancelled));

        await site.AppendAsync(Wall, "asset", [.. Sample.AssetLife.Skip(3).Take(2)]);
        await site.CatchUpAsync();
        Assert.Equal((0, 1), await OpenAsync(site));
        Assert.Empty(await Queries(site).FindDueAsync(TestSite.Cancelled));
        Assert.Equal("The wall on Monday", (await ListAsync(site, open: true)).Single().Caption);

        await site.AppendAsync(Wall, "asset", [.. Sample.AssetLife.Skip(5)]);
        await site.CatchUpAsync();
        Assert.Empty(await ListAsync(site, open: true));
    }

    [Fact]
    public async Task Rows_kept_live_equal_those_rebuilt()
    {
        await using var site = await GivenAsync();
        await site.HappensAsync(Sample.Bridge, new ArticleRevised(
            RevisionKind.Update, null, new() { Order = ["p3", "p2"] }));
        foreach (var happened in Sample.AssetLife)
        {
            await site.AppendAsync(Wall, "asset", [happened]);
            await site.CatchUpAsync();
        }

        var live = await ReadTables.ReadAsync(site.Database);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);

        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
        Assert.Equal((1, 3), (live.Rows["asset"].Count, live.Rows["asset_use"].Count));
    }

    private static async Task<TestSite> GivenAsync()
    {
        var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.HappensAsync(Sample.Bridge, Bridge);
        return site;
    }

    private static async Task<(int Awaiting, int Exceptions)> OpenAsync(TestSite site)
    {
        var wall = Assert.Single(await ListAsync(site, open: true));
        return (wall.Awaiting, wall.Exceptions);
    }

    private static async Task<IReadOnlyList<AssetSummary>> ListAsync(
        TestSite site, string? text = null, bool open = false) =>
        (await Queries(site).ListAsync(null, 10, text, open, TestSite.Cancelled)).Items;

    private static AssetQueries Queries(TestSite site) => new(site.Database);

    private static Block Picture(string id, string url, string caption) =>
        new() { Id = id, Type = BlockType.Image, Url = url, Caption = caption };
}
