using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Tests.Searching;

/// <summary>Stories by the words that they have now.</summary>
public sealed class PassageTests
{
    [Fact]
    public async Task A_story_is_found_by_every_word_that_readers_see()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);
        string[] words =
        [
            "gives", "hurting", "ELLERY", "Marchetti", "northern wire", "boats", "heard", "Oda", "broken",
            "\"gave way\"", "Reyl", "cranes", "harbour crane lind",
        ];

        foreach (var asked in words)
            Assert.True(await FindsAsync(site, asked), asked);

        foreach (var asked in new[] { "b1", "paragraph", "example.org", "Coast", "\"way gave\"", "boats zeppelin" })
            Assert.False(await FindsAsync(site, asked), asked);
    }

    [Fact]
    public async Task Words_that_are_gone_are_not_found_and_new_ones_are()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, Sample.Correction);

        Assert.False(await FindsAsync(site, "40"));
        Assert.True(await FindsAsync(site, "14 boats"));
    }

    [Theory]
    [InlineData("wall -walls", false)]
    [InlineData("wall -zeppelin", true)]
    [InlineData("zeppelin or crane", true)]
    [InlineData("“gave way”", true)]
    [InlineData("«way gave»", false)]
    public async Task Operators_mean_the_same_in_every_language(string asked, bool isFound)
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        Assert.Equal(isFound, await FindsAsync(site, asked));
    }

    [Theory]
    [InlineData("boats", "gave way on Sunday, and 40 [boats] broke loose.")]
    [InlineData("gives cranes", "2 [cranes]")]
    [InlineData("hurt", "Nobody was [hurt], says the harbour master")]
    public async Task What_is_found_says_where(string asked, string piece)
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        var found = (await SearchAsync(site, asked)).Single().Found!;

        Assert.Contains(piece, string.Concat(found.Select(run => run.Hit ? $"[{run.Text}]" : run.Text)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_between_angle_brackets_are_words()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.Published("odd", "Odd", "The <b onclick='x'>lighthouse</b> is < ten & > nine."));

        var found = (await SearchAsync(site, "onclick nine")).Single().Found!;

        Assert.Equal(["onclick", "nine"], found.Where(run => run.Hit).Select(run => run.Text));
    }

    [Fact]
    public async Task A_long_story_is_found_to_its_end_and_forgets_what_it_loses()
    {
        var words = Enumerable.Range(0, 30_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"word{n}"));
        await using var site = await TestSite.GivenAsync(
            Sample.Published("long", "Lighthouse", $"{string.Join(' ', words)} zeppelin"));
        Assert.InRange(await site.ScalarAsync<long>("select count(*) from read.passage"), 4, 20);
        foreach (var asked in new[] { "word0", "word15000 lighthouse", "zeppelin", "word29999 zeppelin" })
            Assert.True(await FindsAsync(site, asked), asked);

        await site.HappensAsync(Sample.Harbour, Sample.Rewritten("b1", "Short now."));

        Assert.False(await FindsAsync(site, "zeppelin"));
        Assert.True(await FindsAsync(site, "lighthouse"));
        var live = await ReadTables.ReadAsync(site.Database);
        Assert.Single(live.Rows["passage"]);
        await site.Rebuild.RunAsync([], null, TestSite.Cancelled);
        ReadTables.AssertEqual(live, await ReadTables.ReadAsync(site.Database));
    }

    // What takes most room in a tsvector: many lexemes of many bytes, each in parts and as a whole.
    [Theory]
    [InlineData("en", "{0:x}-{1:x}-{2:x} ")]
    [InlineData("ar", "ضصث{0:d}-ع{1:d}-هخ{2:d} ")]
    [InlineData("zh", "汉字{0:d5}漢{1:d5}")]
    [InlineData("en", "🙂")]
    [InlineData("en", "https://example.org/{0:x}/{1:x}?{2:x} ")]
    public async Task No_text_is_too_much_for_the_index(string language, string form)
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(n => string.Format(
            CultureInfo.InvariantCulture, form, n, n * 7_919, n * 104_729L)));
        await using var site = await TestSite.GivenAsync(new StoryPublished("much", new Article
        {
            Headline = $"Lighthouse {text[..9_900]}",
            Standfirst = text[..9_900],
            Language = language,
            Blocks = [Sample.Paragraph("b1", text), Sample.Paragraph("b2", text), Sample.Paragraph("b3", "zeppelin")],
        }));

        Assert.True(await FindsAsync(site, "zeppelin lighthouse"));
    }

    [Fact]
    public async Task Withheld_words_are_found_by_those_alone_who_may_see_them()
    {
        await using var site = await TestSite.GivenAsync(
            Sample.HarbourPublished, Sample.Correction, new ArticleWithdrawn("Too early."));

        foreach (var withheld in new[] { true, false })
        {
            var stories = await site.Stories.ListAsync(null, 10, "cranes", withheld, TestSite.Cancelled);
            var corrections = await site.Corrections.ListAsync(
                new() { Text = "cranes", InWithheld = withheld }, null, 10, TestSite.Cancelled);
            Assert.Equal((withheld, withheld), (stories.Items.Count == 1, corrections.Items.Count == 1));
        }
    }

    [Fact]
    public async Task A_correction_is_found_by_its_note_and_by_the_body_of_its_story()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, Sample.Correction);

        var byNote = Assert.Single(await CorrectionsAsync(site, "14"));
        var byBody = Assert.Single(await CorrectionsAsync(site, "cranes"));

        Assert.Empty(await CorrectionsAsync(site, "zeppelin"));
        Assert.Equal("14", Assert.Single(byNote.FoundInNote!, run => run.Hit).Text);
        Assert.Equal("cranes", Assert.Single(byBody.FoundInStory!, run => run.Hit).Text);
        Assert.Null(byBody.FoundInNote);
    }

    private static async Task<bool> FindsAsync(TestSite site, string asked) =>
        (await SearchAsync(site, asked)).Count > 0;

    private static async Task<IReadOnlyList<StorySummary>> SearchAsync(TestSite site, string asked) =>
        (await site.Stories.ListAsync(null, 10, asked, withheld: false, TestSite.Cancelled)).Items;

    private static async Task<IReadOnlyList<CorrectionView>> CorrectionsAsync(TestSite site, string asked) =>
        (await site.Corrections.ListAsync(new() { Text = asked }, null, 10, TestSite.Cancelled)).Items;
}
