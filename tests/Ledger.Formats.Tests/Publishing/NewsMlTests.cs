using System.Text;
using System.Xml.Linq;
using Ledger.Formats.NewsMl;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.Tests.Publishing;

public sealed class NewsMlTests
{
    private static readonly XNamespace Nar = "http://iptc.org/std/nar/2006-10-01/";

    // The order that the published schema of 2.35 asks for.
    private static readonly string[] ItemMeta =
    [
        "itemClass", "provider", "versionCreated", "firstCreated", "embargoed", "pubStatus", "role", "fileName",
        "generator", "profile", "service", "title", "edNote", "memberOf", "instanceOf", "signal", "altRep",
        "deliverableOf", "hash", "expires", "origRep", "incomingFeedId", "metadataCreator", "link",
    ];
    private static readonly string[] ContentMeta =
    [
        "icon", "urgency", "contentCreated", "contentModified", "digitalSourceType", "located", "infoSource", "creator",
        "contributor", "audience", "exclAudience", "altId", "rating", "userInteraction", "language", "keyword",
        "genre", "subject", "slugline", "headline", "dateline", "by", "creditline", "description",
    ];

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Each_state_is_written_as_it_was_agreed(string state) =>
        Golden.Holds($"{state}.newsml.xml", NewsMlWriter.Write(Sample.Of(state)));

    [Theory]
    [InlineData("corrected", "stat:usable", "sig:correction")]
    [InlineData("first", "stat:usable", null)]
    [InlineData("retracted", "stat:canceled", null)]
    [InlineData("withdrawn", "stat:canceled", null)]
    public void The_signal_says_what_kind_of_change_it_is(string state, string status, string? signal)
    {
        var meta = Item(Sample.Of(state)).Element(Nar + "itemMeta")!;

        Assert.Equal(status, meta.Element(Nar + "pubStatus")!.Attribute("qcode")!.Value);
        Assert.Equal(signal, meta.Element(Nar + "signal")?.Attribute("qcode")?.Value);
        Assert.Equal("sig:update", Item(Sample.Corrected with { Signal = ChangeSignal.Update })
            .Element(Nar + "itemMeta")!.Element(Nar + "signal")!.Attribute("qcode")!.Value);
    }

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Its_parts_stand_in_the_order_of_the_schema(string state)
    {
        var item = Item(Sample.Of(state));

        Assert.Equal(["catalog", "itemMeta", "contentMeta", .. state == "withdrawn" ? [] : new[] { "contentSet" }],
            item.Elements().Select(element => element.Name.LocalName));
        HoldOrder(item.Element(Nar + "itemMeta")!, ItemMeta);
        HoldOrder(item.Element(Nar + "contentMeta")!, ContentMeta);
        Assert.Equal("2.35", item.Attribute("standardversion")!.Value);
        var aliases = item.Descendants(Nar + "scheme").Select(scheme => scheme.Attribute("alias")!.Value).ToList();
        Assert.All(item.DescendantsAndSelf().Attributes("qcode").Concat(item.Descendants().Attributes("rel")),
            code => Assert.Contains(code.Value.Split(':')[0], aliases));
    }

    [Fact]
    public void A_withdrawn_story_has_no_words_left()
    {
        var item = Item(Sample.Withdrawn);

        Assert.Empty(item.Elements(Nar + "contentSet"));
        Assert.Equal("Published too early.", item.Descendants(Nar + "edNote").Single().Value);
    }

    private static XElement Item(PublishedStory story) =>
        XDocument.Parse(Encoding.UTF8.GetString(NewsMlWriter.Write(story))).Root!;

    private static void HoldOrder(XElement parent, string[] order)
    {
        var places = parent.Elements().Select(element => Array.IndexOf(order, element.Name.LocalName)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
