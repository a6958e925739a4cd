using FsCheck.Fluent;
using Ledger.Domain.Stories;
using Ledger.Domain.Tests.Laws;
using Ledger.Text;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class ArticleDiffTests
{
    [Fact]
    public void Nothing_differs_from_itself_and_all_of_it_is_there()
    {
        var diff = ArticleDiff.Compare(Harbour, Harbour);

        Assert.True(diff.IsEmpty);
        Assert.Equal(
            ["headline", "standfirst", "credits", "section", "dateline", "language"],
            diff.Fields.Select(part => part.Name));
        Assert.All(diff.Blocks, row => Assert.Equal(BlockChange.Same, row.Change));
        Assert.Equal(["url", "alt", "caption", "credit"], diff.Blocks[3].Fields.Select(part => part.Name));
    }

    [Fact]
    public void Fields_are_compared_by_words_and_codes_as_a_whole()
    {
        var diff = ArticleDiff.Compare(Harbour, Harbour with
        {
            Headline = "Harbour pier gives way at Port Ellery",
            Standfirst = null,
            Language = "en-US",
            Credits = [new(CreditRole.Author, "Ines Brandt"), new(CreditRole.Agency, "Northern Wire")],
        });

        Assert.False(diff.IsEmpty);
        Assert.Equal("Harbour -wall-+pier+ gives way at Port Ellery", Marked(diff.Fields, "headline"));
        Assert.Equal("-Nobody was hurt, says the harbour master-", Marked(diff.Fields, "standfirst"));
        Assert.Equal("-en-GB-+en-US+", Marked(diff.Fields, "language"));
        Assert.Equal("author: Ines -Marchetti-+Brandt+\nagency: Northern Wire", Marked(diff.Fields, "credits"));
        Assert.Equal("Coast", Marked(diff.Fields, "section"));
    }

    [Fact]
    public void Blocks_stand_in_reading_order_with_what_became_of_them()
    {
        var diff = ArticleDiff.Compare(Harbour, With(
            Harbour.Blocks[4] with { Items = ["40 boats", "3 cranes"] },
            Harbour.Blocks[0],
            Paragraph("b6", "Ferries do not sail."),
            Harbour.Blocks[2] with { Type = BlockType.Note, Speaker = null },
            Harbour.Blocks[3] with { Url = "https://example.org/pier.jpg", Caption = "The pier on Sunday" }));

        Assert.Equal(
            [
                (BlockChange.Moved, "b5"), (BlockChange.Same, "b1"), (BlockChange.Removed, "b2"),
                (BlockChange.Added, "b6"), (BlockChange.Changed, "b3"), (BlockChange.Changed, "b4"),
            ],
            diff.Blocks.Select(row => (row.Change, row.BlockId)));
        Assert.Equal("40 boats\n-2-+3+ cranes", Marked(diff.Blocks[0].Fields, "items"));
        Assert.Equal($"-{Harbour.Blocks[1].Text}-", Marked(diff.Blocks[2].Fields, "text"));
        Assert.Equal("+Ferries do not sail.+", Marked(diff.Blocks[3].Fields, "text"));
        Assert.Equal("-quote-+note+", Marked(diff.Blocks[4].Fields, "type"));
        Assert.Equal("-Oda Lind-", Marked(diff.Blocks[4].Fields, "speaker"));
        Assert.Equal(
            "-https://example.org/wall.jpg-+https://example.org/pier.jpg+", Marked(diff.Blocks[5].Fields, "url"));
        Assert.Equal("The -wall-+pier+ on Sunday", Marked(diff.Blocks[5].Fields, "caption"));
    }

    [Fact]
    public void It_is_empty_only_where_the_articles_are_equal_and_has_each_block_once() =>
        Law.Holds(Gen.Zip(Generated.NumberedArticles, Generated.NumberedArticles), pair =>
        {
            var diff = ArticleDiff.Compare(pair.Item1, pair.Item2);

            Assert.Equal(pair.Item1.Equals(pair.Item2), diff.IsEmpty);
            Assert.True(ArticleDiff.Compare(pair.Item2, pair.Item2).IsEmpty);
            Assert.Equal(
                pair.Item1.Blocks.Concat(pair.Item2.Blocks).Select(block => block.Id).Distinct().Order(),
                diff.Blocks.Select(row => row.BlockId).Order());
            Assert.Equal(
                pair.Item2.Blocks.Select(block => block.Id),
                diff.Blocks.Where(row => row.Change != BlockChange.Removed).Select(row => row.BlockId));
        });

    private static string Marked(IReadOnlyList<FieldDiff> fields, string name) =>
        string.Concat(fields.Single(part => part.Name == name).Runs.Select(run => run.Kind switch
        {
            DiffKind.Removed => $"-{run.Text}-",
            DiffKind.Added => $"+{run.Text}+",
            _ => run.Text,
        }));
}
