using Ledger.Domain.Stories;

namespace Ledger.Formats.Tests.Importing;

public sealed class Blogs
{
    private const string Export = """
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Old blog</title><link>https://old.example</link><language>en-GB</language>
          <wp:wxr_version>1.2</wp:wxr_version>
          <wp:author><wp:author_login>ines</wp:author_login>
            <wp:author_display_name><![CDATA[Ines Marchetti]]></wp:author_display_name></wp:author>
          <item><title>Harbour wall gives way</title><link>https://old.example/2020/01/harbour-wall/</link>
            <pubDate>Wed, 01 Jan 2020 12:00:00 +0000</pubDate><dc:creator><![CDATA[ines]]></dc:creator>
            <content:encoded><![CDATA[The town was fined <b>£5m</b>.

        <a href="/about">More</a>]]></content:encoded>
            <excerpt:encoded><![CDATA[Nobody was hurt]]></excerpt:encoded>
            <wp:post_id>7</wp:post_id><wp:post_date_gmt>2020-01-01 12:00:00</wp:post_date_gmt>
            <wp:post_modified_gmt>2020-01-02 08:00:00</wp:post_modified_gmt>
            <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
            <category domain="post_tag" nicename="x">x</category><category domain="category">Coast</category>
          </item>
          <item><title>Draft</title><link>https://old.example/?p=8</link><wp:post_id>8</wp:post_id>
            <wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
          <item><title>Members</title><link>https://old.example/members</link><wp:status>publish</wp:status>
            <wp:post_type>post</wp:post_type><wp:post_password>secret</wp:post_password></item>
          <item><title>wall.jpg</title><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
        </channel></rss>
        """;

    [Fact]
    public async Task What_the_site_shows_is_read_and_nothing_else()
    {
        var read = Assert.Single(await ImportGiven.ReadAsync("wxr", Export));

        Assert.Equal(
            ("old.example", "2020/01/harbour-wall", "Harbour wall gives way", "Nobody was hurt", "en-GB"),
            (read.Source, read.Article, read.Title, read.Summary, read.Language));
        Assert.Equal(
            (new DateTimeOffset(2020, 1, 2, 8, 0, 0, TimeSpan.Zero), "Ines Marchetti", "Coast"),
            (read.At, read.Author, read.Detail!.Section));
        Assert.Equal([new(CreditRole.Author, "Ines Marchetti")], read.Detail.Credits);
        Assert.Equal(
            [
                ImportGiven.Paragraph("The town was fined **£5m**."),
                ImportGiven.Paragraph("[More](https://old.example/about)"),
            ],
            read.Detail.Blocks);
    }

    [Fact]
    public async Task A_post_that_has_changed_since_has_a_higher_number()
    {
        var later = Export.Replace("2020-01-02 08:00:00", "2021-05-06 07:08:09", StringComparison.Ordinal);

        var first = Assert.Single(await ImportGiven.ReadAsync("wxr", Export));
        var second = Assert.Single(await ImportGiven.ReadAsync("wxr", later));

        Assert.True(first.Revision < second.Revision);
    }

    [Theory]
    [InlineData("<mediawiki/>", "The export of a site begins with 'rss', not with 'mediawiki'.")]
    [InlineData("<rss xmlns:wp='w'><channel><item><link>https://a.example/b</link><wp:status>publish</wp:status>"
        + "<wp:post_type>post</wp:post_type></item></channel></rss>", "The time of the post 'b' is missing.")]
    public async Task What_is_no_export_is_refused_in_a_sentence(string file, string sentence) =>
        Assert.Equal(sentence, await ImportGiven.RefusedAsync("wxr", file));
}
