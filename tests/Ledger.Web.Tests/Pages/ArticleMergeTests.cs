using Ledger.Domain.Stories;
using Ledger.Web.Pages.Desk;

namespace Ledger.Web.Tests.Pages;

public sealed class ArticleMergeTests
{
    private static readonly Article Seen = With("a:one", "b:two", "c:three");

    [Theory]
    // mine | theirs | what comes of it
    [InlineData("a:ONE b:two c:three", "a:one b:two c:THREE", "a:ONE b:two c:THREE")]
    [InlineData("a:one b:two c:three", "a:one c:three", "a:one c:three")]
    [InlineData("a:one c:three", "a:one b:two c:three", "a:one c:three")]
    [InlineData("a:one b:two :new c:three", "a:one b:TWO c:three", "a:one b:TWO :new c:three")]
    [InlineData("a:one b:two c:three", "a:one b:two d:theirs c:three", "a:one b:two d:theirs c:three")]
    [InlineData("a:one b:two :mine c:three", "d:theirs a:one b:two c:three", "d:theirs a:one b:two :mine c:three")]
    [InlineData("c:three a:one b:two", "a:one b:two d:theirs c:three", "c:three a:one b:two d:theirs")]
    [InlineData("a:one b:two c:THREE", "c:three a:one b:two", "c:THREE a:one b:two")]
    [InlineData(":mine a:one b:two c:three", "b:two c:three", ":mine b:two c:three")]
    public void What_only_one_touched_is_as_that_one_wants_it(string mine, string theirs, string merged)
    {
        var (article, clashes) = ArticleMerge.Merge(Seen, With(mine.Split(' ')), With(theirs.Split(' ')));

        Assert.Equal(merged, Describe(article));
        Assert.Empty(clashes);
    }

    [Theory]
    [InlineData("a:mine b:two c:three", "a:theirs b:two c:three", "a:mine b:two c:three", "theirs")]
    [InlineData("b:two c:three", "a:theirs b:two c:three", "b:two c:three", "theirs")]
    [InlineData("a:mine b:two c:three", "b:two c:three", "a:mine b:two c:three", null)]
    public void Where_both_touched_the_same_mine_stays_and_theirs_is_told(
        string mine, string theirs, string merged, string? told)
    {
        var (article, clashes) = ArticleMerge.Merge(Seen, With(mine.Split(' ')), With(theirs.Split(' ')));

        Assert.Equal(merged, Describe(article));
        Assert.Equal([new Clash("Paragraph 1", told)], clashes);
    }

    [Fact]
    public void The_same_change_by_both_is_no_clash()
    {
        var both = With("a:ONE", "b:two", "c:three") with { Headline = "New" };

        var (article, clashes) = ArticleMerge.Merge(Seen, both, both);

        Assert.Equal(both, article);
        Assert.Empty(clashes);
    }

    [Fact]
    public void Fields_and_credits_are_brought_together_like_blocks()
    {
        var mine = Seen with { Headline = "Mine", Section = "Coast" };
        var theirs = Seen with { Headline = "Theirs", Dateline = "VELIS", Credits = [new(CreditRole.Author, "Ann")] };

        var (article, clashes) = ArticleMerge.Merge(Seen, mine, theirs);

        Assert.Equal(mine with { Dateline = "VELIS", Credits = theirs.Credits }, article);
        Assert.Equal([new Clash("Headline", "Theirs")], clashes);
    }

    [Fact]
    public void Different_credits_by_both_are_a_clash()
    {
        var mine = Seen with { Credits = [new(CreditRole.Author, "Ann")] };
        var theirs = Seen with { Credits = [new(CreditRole.Agency, "Northern Wire")] };

        var (article, clashes) = ArticleMerge.Merge(Seen, mine, theirs);

        Assert.Equal(mine.Credits, article.Credits);
        Assert.Equal([new Clash("Credits", "Agency: Northern Wire")], clashes);
    }

    private static Article With(params string[] blocks) => new()
    {
        Headline = "Headline",
        Language = "en",
        Blocks = [.. blocks.Select(block => block.Split(':'))
            .Select(parts => new Block { Id = parts[0], Type = BlockType.Paragraph, Text = parts[1] })],
    };

    private static string Describe(Article article) =>
        string.Join(' ', article.Blocks.Select(block => $"{block.Id}:{block.Text}"));
}
