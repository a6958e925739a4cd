using System.Text.Json;
using FsCheck.Fluent;
using Ledger.Application;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Laws;

public sealed class ArticleChangeLaws
{
    [Fact]
    public void Applied_to_the_article_before_a_change_gives_the_article_after() =>
        Law.Holds(Gen.Zip(Generated.NumberedArticles, Generated.NumberedArticles), pair =>
            Assert.Equal(pair.Item2, ArticleChange.Between(pair.Item1, pair.Item2).ApplyTo(pair.Item1)));

    [Fact]
    public void It_does_so_when_it_was_stored_in_between() =>
        Law.Holds(Gen.Zip(Generated.NumberedArticles, Generated.NumberedArticles), pair =>
        {
            if (HalvesOfCharacters(pair.Item2))
                return;

            var stored = JsonSerializer.Serialize(ArticleChange.Between(pair.Item1, pair.Item2), LedgerEvents.Json);
            var read = JsonSerializer.Deserialize<ArticleChange>(stored, LedgerEvents.Json)!;
            Assert.Equal(pair.Item2, read.ApplyTo(pair.Item1));
        });

    [Fact]
    public void A_change_is_empty_only_where_nothing_differs() =>
        Law.Holds(Gen.Zip(Generated.NumberedArticles, Generated.NumberedArticles), pair =>
        {
            Assert.True(ArticleChange.Between(pair.Item1, pair.Item1).IsEmpty());
            Assert.Equal(pair.Item1.Equals(pair.Item2), ArticleChange.Between(pair.Item1, pair.Item2).IsEmpty());
        });

    [Fact]
    public void A_block_that_did_not_change_is_not_in_the_change()
    {
        var before = Sample.Harbour;
        var after = before with { Blocks = [before.Blocks[4], before.Blocks[0] with { Text = "New." }] };

        var change = ArticleChange.Between(before, after);

        Assert.Equal(["b5", "b1"], change.Order);
        Assert.Equal([before.Blocks[0] with { Text = "New." }], change.Blocks);
    }

    [Fact]
    public void An_order_that_names_no_block_is_a_defect()
    {
        var defect = Assert.Throws<InvalidOperationException>(() =>
            new ArticleChange { Order = ["b1", "b9"] }.ApplyTo(Sample.Harbour));
        Assert.Contains("'b9'", defect.Message, StringComparison.Ordinal);
    }

    // JSON cannot hold them, and the decider lets none in.
    private static bool HalvesOfCharacters(Article article) =>
        JsonSerializer.Serialize(article, LedgerEvents.Json).Contains(@"\uFFFD", StringComparison.Ordinal);
}
