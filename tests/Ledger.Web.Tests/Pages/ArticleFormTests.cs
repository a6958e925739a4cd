using Ledger.Domain.Stories;
using Ledger.Formats;
using Ledger.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ledger.Web.Tests.Pages;

public sealed class ArticleFormTests
{
    [Fact]
    public void What_nobody_touched_comes_back_exactly_whatever_a_browser_does_to_line_breaks()
    {
        var seen = new Article
        {
            Headline = "Two\nlines",
            Standfirst = "Stand\r\nfirst",
            Section = " spaced ",
            Language = "en",
            Credits = [new(CreditRole.Author, "Ann\nBell")],
            Blocks =
            [
                new() { Id = "b1", Type = BlockType.Paragraph, Text = "\r\nCarriage\r\nreturns \r\n" },
                new() { Id = "b2", Type = BlockType.Paragraph, Text = "" },
                new() { Id = "b3", Type = BlockType.Paragraph, Text = "\nleading and \n\n\n many" },
                new() { Id = "b4", Type = BlockType.List, Items = ["one", " two "] },
                new() { Id = "b5", Type = BlockType.Image, Url = "/a.png", Alt = "a\r\nb", Credit = "d" },
                new() { Id = "b6", Type = BlockType.Quote, Text = "said", Speaker = "Ann" },
            ],
        };

        Assert.Equal(seen, ArticleForm.Read(SentByBrowser(ArticleForm.From(seen)), seen).ToArticle(seen));
    }

    [Fact]
    public async Task Real_articles_that_nobody_touched_come_back_exactly()
    {
        var set = SharedInput.Path("open.jsonl.gz");
        Assert.SkipUnless(File.Exists(set), "The real revision set is not beside this repository.");
        await using var file = File.OpenRead(set);
        var articles = 0;
        await foreach (var revision in RevisionSet.ReadAsync(file, TestContext.Current.CancellationToken))
        {
            var seen = new Article
            {
                Headline = revision.Title ?? "Untitled",
                Standfirst = revision.Summary,
                Language = "en",
                Blocks = [.. revision.Text.Split("\n\n").Select((text, i) => Paragraph($"b{i + 1}", text))],
            };

            Assert.Equal(seen, ArticleForm.Read(SentByBrowser(ArticleForm.From(seen)), seen).ToArticle(seen));
            articles++;
        }

        Assert.Equal(2992, articles);
    }

    [Fact]
    public void An_empty_line_begins_a_new_paragraph_and_the_first_keeps_the_id()
    {
        var form = new ArticleForm { Headline = "H", Language = "en" };
        form.Blocks.Add(new("b7", BlockType.Paragraph, "one\r\n\r\n\r\ntwo\r\nlines\r\n\r\nthree\r\n"));

        var blocks = ArticleForm.Read(SentByBrowser(form), null).ToArticle(null).Blocks;

        Assert.Equal(
            [("b7", "one"), ("", "two\nlines"), ("", "three")], blocks.Select(block => (block.Id, block.Text)));
    }

    [Fact]
    public void Only_what_belongs_to_the_type_of_a_block_is_kept()
    {
        var form = new ArticleForm { Headline = "H", Language = "en" };
        form.Blocks.Add(new("", BlockType.Paragraph, "text", "speaker", "/url", "alt", "caption", "credit"));
        form.Blocks.Add(new("", BlockType.Image, "text", "speaker", "/url", "alt", "caption", "credit"));
        form.Blocks.Add(new("", BlockType.List, "one\n\n two \n"));

        var blocks = form.ToArticle(null).Blocks;

        Assert.Equal(new Block { Id = "", Type = BlockType.Paragraph, Text = "text" }, blocks[0]);
        Assert.Equal(
            form.Blocks[1] with { Text = "", Speaker = "" },
            BlockFields.From(blocks[1]));
        Assert.Equal(new Block { Id = "", Type = BlockType.List, Items = ["one", "two"] }, blocks[2]);
    }

    [Fact]
    public void A_block_that_was_emptied_is_taken_out()
    {
        var seen = Newsroom.Short("H", "one", "two") with { };
        seen = seen with { Blocks = [seen.Blocks[0] with { Id = "b1" }, seen.Blocks[1] with { Id = "b2" }] };
        var form = ArticleForm.From(seen);
        form.Blocks[0] = form.Blocks[0] with { Text = "  \n" };

        Assert.Equal(["b2"], form.ToArticle(seen).Blocks.Select(block => block.Id));
    }

    [Fact]
    public void A_second_block_of_the_same_id_is_a_new_one()
    {
        var form = new ArticleForm { Headline = "H", Language = "en" };
        form.Blocks.AddRange([new("b1", BlockType.Paragraph, "one"), new("b1", BlockType.Paragraph, "two")]);

        Assert.Equal(["b1", ""], ArticleForm.Read(SentByBrowser(form), null).Blocks.Select(block => block.Id));
    }

    [Theory]
    [InlineData("up:1", "b a c")]
    [InlineData("down:1", "a c b")]
    [InlineData("remove:1", "a c")]
    [InlineData("up:0", "a b c")]
    [InlineData("down:2", "a b c")]
    [InlineData("add:0:quote", "a  b c")]
    [InlineData("add:2:Image", "a b c ")]
    [InlineData("up:7", "a b c")]
    [InlineData("up:-1", "a b c")]
    [InlineData("add:0:nonsense", "a b c")]
    [InlineData("publish", "a b c")]
    [InlineData(null, "a b c")]
    public void The_small_buttons_move_add_and_remove(string? button, string order)
    {
        List<BlockFields> blocks =
            [new("a", BlockType.Paragraph), new("b", BlockType.Paragraph), new("c", BlockType.Paragraph)];

        BlockEdit.Apply(button, blocks);

        Assert.Equal(order, string.Join(' ', blocks.Select(block => block.Id)));
    }

    [Fact]
    public void Taking_the_last_block_away_leaves_an_empty_one_to_write_in()
    {
        List<BlockFields> blocks = [new("a", BlockType.Quote, "said")];

        BlockEdit.Apply("remove:0", blocks);

        Assert.Equal([new BlockFields("", BlockType.Paragraph)], blocks);
    }

    private static Block Paragraph(string id, string text) =>
        new() { Id = id, Type = BlockType.Paragraph, Text = text };

    // What HTML makes of values: one-line fields lose their line breaks, others have CRLF.
    private static FormCollection SentByBrowser(ArticleForm form)
    {
        static string Line(string text) =>
            text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        static string Area(string text) =>
            text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        StringValues All(Func<BlockFields, string> field) => new([.. form.Blocks.Select(field)]);
        return new(new Dictionary<string, StringValues>
        {
            ["headline"] = Area(form.Headline),
            ["standfirst"] = Area(form.Standfirst),
            ["section"] = Line(form.Section),
            ["dateline"] = Line(form.Dateline),
            ["language"] = Line(form.Language),
            ["credit.role"] = new([.. form.CreditRows.Select(credit => credit.Role.ToString())]),
            ["credit.name"] = new([.. form.CreditRows.Select(credit => Line(credit.Name))]),
            ["block.id"] = All(block => block.Id),
            ["block.type"] = All(block => block.Type.ToString()),
            ["block.text"] = All(block => Area(block.Text)),
            ["block.speaker"] = All(block => Line(block.Speaker)),
            ["block.url"] = All(block => Line(block.Url)),
            ["block.alt"] = All(block => Area(block.Alt)),
            ["block.caption"] = All(block => Area(block.Caption)),
            ["block.credit"] = All(block => Line(block.Credit)),
        });
    }
}
