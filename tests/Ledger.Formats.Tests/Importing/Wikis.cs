using Ledger.Domain.Imports;

namespace Ledger.Formats.Tests.Importing;

public sealed class Wikis
{
    private const string Export = """
        <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="de">
          <siteinfo><sitename>Ellery</sitename><base>https://wiki.example/wiki/Main</base></siteinfo>
          <page><title>Harbour wall</title><ns>0</ns><id>7</id>
            <revision><id>11</id><timestamp>2020-01-01T12:00:00Z</timestamp>
              <contributor><username>Ada</username><id>1</id></contributor><comment>new</comment>
              <model>wikitext</model><format>text/x-wiki</format>
              <text bytes="9" xml:space="preserve">One 'two'.

        * three </text></revision>
            <revision><id>12</id><timestamp>2020-01-02T12:00:00Z</timestamp>
              <contributor><ip>192.0.2.7</ip></contributor><text xml:space="preserve">Two.</text></revision>
            <revision><id>13</id><timestamp>2020-01-03T12:00:00Z</timestamp>
              <contributor deleted="deleted" /><text deleted="deleted" /></revision>
          </page>
          <page><title>Talk:Harbour wall</title><ns>1</ns><id>8</id>
            <revision><id>14</id><timestamp>2020-01-02T12:00:00Z</timestamp><text>Private chat</text></revision>
          </page>
        </mediawiki>
        """;

    [Fact]
    public async Task Every_revision_that_the_wiki_shows_is_read_to_the_byte() =>
        Assert.Equal(
            [
                new SourceRevision("wiki.example", "Harbour wall", 11, At(1), "Ada", "new", "Harbour wall",
                    "One 'two'.\n\n* three ", null, null) { Language = "de" },
                new SourceRevision("wiki.example", "Harbour wall", 12, At(2), null, null, "Harbour wall",
                    "Two.", null, null) { Language = "de" },
            ],
            await ImportGiven.ReadAsync("mediawiki", Export));

    [Theory]
    [InlineData("<rss/>", "The export of a wiki begins with 'mediawiki', not with 'rss'.")]
    [InlineData("<mediawiki><page><title>A</title><revision><text>x</text></revision></page></mediawiki>",
        "A revision of 'A' has no id from 1 to 2147483647.")]
    [InlineData("<mediawiki><page><revision><id>1</id><text>x</text></revision></page></mediawiki>",
        "The title of a page is missing.")]
    [InlineData("<mediawiki><page><title>A</title><revision><id>1</id><text>x</text></revision></page></mediawiki>",
        "The time of revision 1 of 'A' is missing.")]
    public async Task What_is_no_export_is_refused_in_a_sentence(string file, string sentence) =>
        Assert.Equal(sentence, await ImportGiven.RefusedAsync("mediawiki", file));

    [Fact]
    public async Task A_page_without_a_title_is_not_taken_for_a_part_of_the_page_before()
    {
        var untitled = Export.Replace("<title>Talk:Harbour wall</title><ns>1</ns>", "", StringComparison.Ordinal);

        Assert.Equal("The title of a page is missing.", await ImportGiven.RefusedAsync("mediawiki", untitled));
    }

    [Fact]
    public async Task Revisions_that_do_not_rise_are_refused() =>
        Assert.Equal(
            "Revision 12 of 'Harbour wall' follows revision 12 of it.",
            await ImportGiven.RefusedAsync(
                "mediawiki", Export.Replace("<id>11<", "<id>12<", StringComparison.Ordinal)));

    [Fact]
    public async Task A_document_type_is_not_read() =>
        Assert.StartsWith(
            "This is not XML as it can be read here (",
            await ImportGiven.RefusedAsync(
                "mediawiki", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><mediawiki>&x;</mediawiki>"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_cut_off_is_refused_with_its_line()
    {
        var sentence = await ImportGiven.RefusedAsync("mediawiki", Export[..700]);

        Assert.StartsWith("This is not XML as it can be read here (", sentence, StringComparison.Ordinal);
        Assert.Contains("in line", sentence, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int day) => new(2020, 1, day, 12, 0, 0, TimeSpan.Zero);
}
