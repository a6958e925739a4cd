using Ledger.Domain.Stories;
using Ledger.Formats.Html;

namespace Ledger.Formats.Tests.Importing;

public sealed class HtmlBlocksTests
{
    private static readonly Uri Site = new("https://old.example/blog/");

    [Theory]
    [InlineData("<p>One <b> two</b> and <em>three</em>.</p>", "One **two** and *three*.")]
    [InlineData("<p>See <a href='/wall'>the wall</a>.</p>", "See [the wall](https://old.example/wall).")]
    [InlineData("<p><a href='page_(old)'>It</a></p>", "[It](https://old.example/blog/page_%28old%29)")]
    [InlineData("<p><a href='javascript:alert(1)'>Click</a></p>", "Click")]
    [InlineData("<p>One<br/>\n two</p>", "One\ntwo")]
    [InlineData("<p>  Much \n\t room </p>", "Much room")]
    [InlineData("<p>2 * 3, snake_case, [sic] and _this_</p>", @"2 * 3, snake_case, [sic] and \_this\_")]
    [InlineData("<p>A *star* and [a](b)</p>", @"A \*star\* and \[a\](b)")]
    [InlineData("<p>5 &lt; 6 &amp; <script>alert(1)</script>7</p>", "5 < 6 & 7")]
    [InlineData("<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->", "One")]
    public void A_paragraph_keeps_its_words_and_their_markup(string html, string text) =>
        Assert.Equal([ImportGiven.Paragraph(text)], HtmlBlocks.Read(html, Site));

    [Fact]
    public void Text_without_elements_is_parted_by_empty_lines() =>
        Assert.Equal(
            [ImportGiven.Paragraph("One\ntwo"), ImportGiven.Paragraph("**Three** four"), ImportGiven.Paragraph("Five")],
            HtmlBlocks.Read("One<br>two\r\n\r\n<strong>Three</strong> four\n \n<div>Five</div>", Site));

    [Fact]
    public void Each_kind_of_element_is_a_kind_of_block() =>
        Assert.Equal(
            [
                Block(BlockType.Heading, "What is known"),
                Block(BlockType.Quote, "We heard it go.") with { Speaker = "Oda Lind" },
                new() { Id = "", Type = BlockType.List, Items = ["40 boats", "2 cranes", "one *red*"] },
                ImportGiven.Paragraph("Harbour | Boats"),
                ImportGiven.Paragraph("Ellery | 40"),
                Block(BlockType.Note, "Translated"),
            ],
            HtmlBlocks.Read(
                """
                <article><h2>What is known</h2><blockquote><p>We heard it go.</p><cite>— Oda Lind</cite></blockquote>
                <ul><li>40 boats<li>2 cranes<ul><li>one <i>red</i></ul></ul>
                <table><tr><th>Harbour<th>Boats<tr><td>Ellery<td>40</table>
                <p class="correction">An earlier version was wrong.</p><p class="note">Translated</p></article>
                """, Site));

    [Fact]
    public void A_picture_keeps_its_caption_and_credit() =>
        Assert.Equal(
            [
                new Block
                {
                    Id = "", Type = BlockType.Image, Url = "https://old.example/wall.jpg", Alt = "A broken wall",
                    Caption = "The wall on Sunday.", Credit = "Tomas Reyl",
                },
            ],
            HtmlBlocks.Read(
                """
                <figure><a href="/wall"><img src="/wall.jpg" alt="A broken wall"></a>
                <figcaption>The wall on Sunday. <cite>Tomas Reyl</cite></figcaption></figure>
                """, Site));

    [Fact]
    public void A_picture_that_a_page_must_not_load_leaves_its_words() =>
        Assert.Equal(
            [Block(BlockType.Note, "The wall on Sunday")],
            HtmlBlocks.Read(
                "<figure><img src='data:image/png,A'><figcaption>The wall on Sunday</figcaption></figure>", Site));

    [Theory]
    [InlineData("div")]
    [InlineData("span")]
    [InlineData("blockquote")]
    [InlineData("ul><li")]
    public void The_words_in_markup_of_any_depth_are_read(string element)
    {
        var deep = string.Concat(Enumerable.Repeat($"<{element}>", 5_000)) + "deep";

        Assert.Contains("deep", string.Join('\n', HtmlBlocks.Read(deep, Site).Select(block => block.ToBodyText())),
            StringComparison.Ordinal);
    }

    private static Block Block(BlockType type, string text) => new() { Id = "", Type = type, Text = text };
}
