using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;

namespace Ledger.Projections.Tests.Corrections;

public sealed class CorrectionTests
{
    [Fact]
    public async Task A_correction_is_found_with_all_that_its_note_needs()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.HarbourPublished, new SlugChanged("harbour-wall", "wall", null), Sample.Correction);

        var found = (await site.Corrections.FindAsync(Sample.CorrectionId, TestSite.Cancelled))!;

        Assert.Equivalent(new CorrectionView(
            Sample.CorrectionId, Sample.Harbour, "wall", Sample.HarbourArticle.Headline, "Coast",
            CorrectionClass.FactualError, Severity.Substantive, "There were 14 boats, not 40.",
            Sample.Correction.Claims, Sample.Correction.Places, 2, 3, "user:edith", "Edith Editor",
            Sample.Noon.AddHours(2), found.RecordedAt), found, strict: true);
        Assert.Null(await site.Corrections.FindAsync(Sample.Harbour, TestSite.Cancelled));
    }

    [Fact]
    public async Task A_correction_goes_with_its_story_to_a_new_address_and_headline()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);

        var found = Assert.Single(await site.Corrections.ListForStoryAsync(Sample.Harbour, TestSite.Cancelled));

        Assert.Equal(("harbour-wall-fails", "Harbour wall fails", 3), (found.Slug, found.Headline, found.Revision));
    }

    [Fact]
    public async Task Corrections_of_a_story_are_its_own_alone_newest_first()
    {
        await using var site = await GivenFiveAsync();

        Assert.Equal(["n4", "n2", "n0"],
            (await site.Corrections.ListForStoryAsync(Sample.Harbour, TestSite.Cancelled)).Select(c => c.Note));
        Assert.Equal(["n3", "n1"],
            (await site.Corrections.ListForStoryAsync(Sample.Bridge, TestSite.Cancelled)).Select(c => c.Note));
    }

    [Fact]
    public async Task Pages_give_the_corrections_of_all_stories_once_newest_first()
    {
        await using var site = await GivenFiveAsync();

        foreach (var limit in new[] { 1, 2, 5 })
            Assert.Equal(["n4", "n3", "n2", "n1", "n0"], await NotesAsync(site, new(), limit));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_while_corrections_are_added()
    {
        await using var site = await GivenFiveAsync();
        var first = await site.Corrections.ListAsync(new(), null, 2, TestSite.Cancelled);

        await site.AppendAsync(Sample.Bridge, Corrected(9, CorrectionClass.Headline), Sample.Noon.AddDays(9));
        await site.CatchUpAsync();
        var second = await site.Corrections.ListAsync(new(), first.NextCursor, 2, TestSite.Cancelled);

        Assert.Equal(["n2", "n1"], second.Items.Select(c => c.Note));
    }

    [Fact]
    public async Task Corrections_are_filtered_by_class_section_and_time()
    {
        await using var site = await GivenFiveAsync();
        var day = Sample.Noon;

        Assert.Equal(["n4", "n2", "n0"], await NotesAsync(site, new(Class: CorrectionClass.FactualError), 2));
        Assert.Equal(["n3", "n1"], await NotesAsync(site, new(Section: "Inland"), 2));
        Assert.Equal(["n4", "n3", "n2"], await NotesAsync(site, new(From: day.AddDays(2)), 2));
        Assert.Equal(["n1", "n0"], await NotesAsync(site, new(To: day.AddDays(2).ToOffset(TimeSpan.FromHours(5))), 2));
        Assert.Equal(["n2"], await NotesAsync(
            site, new(CorrectionClass.FactualError, "Coast", day.AddDays(1), day.AddDays(4)), 2));
        Assert.Empty(await NotesAsync(site, new(Section: "coast"), 2));
    }

    [Fact]
    public async Task A_cursor_that_no_page_has_given_is_refused()
    {
        await using var site = await TestSite.CreateAsync();
        string[] cursors = ["x", "63908000000000000-0197a1b2000070008000000000000001", "63908000000000000--4"];
        foreach (var cursor in cursors)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => site.Corrections.ListAsync(new(), cursor, 10, TestSite.Cancelled));
        }
    }

    /// <summary>Five corrections a day apart, of two stories in turn, whose notes are n0 to n4.</summary>
    private static async Task<TestSite> GivenFiveAsync()
    {
        var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        await site.AppendAsync(Sample.Bridge, Sample.BridgePublished);
        for (var n = 0; n < 5; n++)
        {
            var (story, @class) = n % 2 == 0
                ? (Sample.Harbour, CorrectionClass.FactualError)
                : (Sample.Bridge, CorrectionClass.Misquote);
            await site.AppendAsync(story, Corrected(n, @class), Sample.Noon.AddDays(n));
        }

        await site.CatchUpAsync();
        return site;
    }

    private static CorrectionIssued Corrected(int n, CorrectionClass @class) => Sample.Correction with
    {
        CorrectionId = Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0197a1b2-0000-7000-8000-{n:d12}")),
        Class = @class,
        Note = string.Create(CultureInfo.InvariantCulture, $"n{n}"),
        Change = new ArticleChange { Blocks = [Sample.Paragraph("b1", "Anew.")] },
    };

    private static async Task<List<string>> NotesAsync(TestSite site, CorrectionFilter filter, int limit)
    {
        var notes = new List<string>();
        string? cursor = null;
        do
        {
            var page = await site.Corrections.ListAsync(filter, cursor, limit, TestSite.Cancelled);
            notes.AddRange(page.Items.Select(correction => correction.Note));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return notes;
    }
}
