using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Ledger.Formats.Feeds;

namespace Ledger.Formats.Tests.Feeds;

public sealed class FeedTests
{
    private const string Site = "https://news.example";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Feed Whole = new(
        "tag:news.example,2026:corrections", "The Ellery Post: corrections", "The Ellery Post",
        Site + "/corrections.atom", Site + "/corrections", Noon.AddHours(3),
        [
            new("urn:uuid:0197a1b2-0000-7000-8000-000000000001", "Correction: Wall falls & more", Noon,
                Noon.AddHours(3), "It was £3m, not £5m.", "<p>It was £3m &amp; not £5m.</p>\n",
                Site + "/corrections/0197a1b2-0000-7000-8000-000000000001")
            {
                Language = "en-GB",
                Related = Site + "/stories/wall",
                InReplyTo = [new("urn:uuid:0197a1b2-0000-7000-8000-000000000002", Site + "/stories/wall")],
                Categories = [new("factual-error", Site + "/corrections#class", "Wrong fact")],
            },
        ])
    {
        Deleted = [new("urn:uuid:0197a1b2-0000-7000-8000-000000000003", Noon, "The story was withdrawn.")],
    };

    private static readonly Feed Archive = Whole with
    {
        Self = Site + "/corrections/archive/2.atom",
        Current = Site + "/corrections.atom",
        PreviousArchive = Site + "/corrections/archive/1.atom",
    };

    [Fact]
    public void Atom_is_written_as_it_was_agreed() => Golden.Holds("feed.atom.xml", AtomWriter.Write(Whole));

    [Fact]
    public void An_archive_is_written_as_it_was_agreed() => Golden.Holds("archive.atom.xml", AtomWriter.Write(Archive));

    [Fact]
    public void Json_is_written_as_it_was_agreed() => Golden.Holds(
        "feed.json", JsonFeedWriter.Write(Archive with { Self = Site + "/corrections/archive/2.json" }));

    [Fact]
    public void A_document_is_complete_or_archived_and_says_which()
    {
        var history = XNamespace.Get("http://purl.org/syndication/history/1.0");

        Assert.Equal(["complete"], Marks(Whole));
        Assert.Equal(["archive"], Marks(Archive));
        Assert.Empty(Marks(Whole with { PreviousArchive = Site + "/1" }));

        IEnumerable<string> Marks(Feed feed) => Root(feed).Elements()
            .Where(element => element.Name.Namespace == history).Select(element => element.Name.LocalName);
    }

    [Theory]
    [InlineData("a\uFFFEb\uFFFFc", "a\uFFFDb\uFFFDc")]
    [InlineData("]]> <script>alert(1)</script> &amp;", "]]> <script>alert(1)</script> &amp;")]
    [InlineData("one\r\ntwo\rthree\tfour", "one\r\ntwo\rthree\tfour")]
    [InlineData("𝄞 壁 عنوان", "𝄞 壁 عنوان")]
    public void Every_text_survives_or_is_replaced(string text, string expected)
    {
        var entry = Whole.Entries[0] with { Title = text, Summary = text, Html = text, Related = Site + "/" + text };

        var read = Root(Whole with { Entries = [entry] }).Element(Atom + "entry")!;

        Assert.Equal(expected, read.Element(Atom + "title")!.Value);
        Assert.Equal(expected, read.Element(Atom + "summary")!.Value);
        Assert.Equal(expected, read.Element(Atom + "content")!.Value);
        using var json = JsonDocument.Parse(JsonFeedWriter.Write(Whole with { Entries = [entry] }));
        Assert.Equal(text, json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    private static XElement Root(Feed feed)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(AtomWriter.Write(feed)));
        using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Root!;
    }
}
