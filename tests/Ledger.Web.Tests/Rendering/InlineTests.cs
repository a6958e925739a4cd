using System.Diagnostics;
using System.Text.Encodings.Web;
using Ledger.Web.Rendering;

namespace Ledger.Web.Tests.Rendering;

public sealed class InlineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*soft* and **loud**", "<em>soft</em> and <strong>loud</strong>")]
    [InlineData("_soft_ in snake_case_words", "<em>soft</em> in snake_case_words")]
    [InlineData("run `a < b` now", "run <code>a &lt; b</code> now")]
    [InlineData("one\ntwo", "one<br>\ntwo")]
    [InlineData("[here](/corrections)", "<a href=\"/corrections\">here</a>")]
    [InlineData("[out](https://example.org/?a=1&b=2)",
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener\">out</a>")]
    [InlineData(
        "[mail](mailto:desk@example.org)", "<a href=\"mailto:desk@example.org\" rel=\"nofollow noopener\">mail</a>")]
    [InlineData("[other](//example.org)", "<a href=\"//example.org\" rel=\"nofollow noopener\">other</a>")]
    public void The_subset_is_rendered(string text, string html) => Assert.Equal(html, Render(text));

    [Theory]
    [InlineData("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")]
    [InlineData("<script>alert(1)</script> *a*", "&lt;script&gt;alert(1)&lt;/script&gt; <em>a</em>")]
    [InlineData("*<img src=x onerror=alert(1)>*", "<em>&lt;img src=x onerror=alert(1)&gt;</em>")]
    [InlineData("AT&amp;T `&lt;`", "AT&amp;amp;T <code>&amp;lt;</code>")]
    [InlineData("<https://example.org>", "&lt;https://example.org&gt;")]
    public void Everything_else_is_text(string text, string html) => Assert.Equal(html, Render(text));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("[x](vbscript:run)")]
    [InlineData("![x](https://example.org/pixel.png)")]
    public void A_link_that_may_not_be_followed_is_text_that_says_where_it_led(string text)
    {
        var html = Render(text);

        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.StartsWith("x (", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# not a heading")]
    [InlineData("- not a list")]
    [InlineData("[name]: https://example.org")]
    [InlineData("title\n---")]
    [InlineData("    four spaces")]
    [InlineData("> not a quote")]
    [InlineData("* Coastal Press, Northern Wire")]
    public void No_word_that_looks_like_a_block_of_markdown_is_lost(string text)
    {
        var shown = Render(text).Replace("<br>\n", "\n", StringComparison.Ordinal);

        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(shown));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("**")]
    [InlineData("`")]
    [InlineData("[a](")]
    [InlineData("*_")]
    public void Hostile_nesting_is_shown_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var short20 = text[..19_999];
        var watch = Stopwatch.StartNew();

        Assert.NotEmpty(Render(text));
        Assert.NotEmpty(Render(short20));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", Render(null));

    private static string Render(string? text)
    {
        using var writer = new StringWriter();
        Inline.Render(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
