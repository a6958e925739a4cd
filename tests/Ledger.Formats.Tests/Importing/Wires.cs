using Ledger.Domain.Stories;

namespace Ledger.Formats.Tests.Importing;

/// <summary>Items of agencies, in older and other dialects than ours.</summary>
public sealed class Wires
{
    [Fact]
    public async Task Ninjs_1_has_its_own_names()
    {
        var read = Assert.Single(await ImportGiven.ReadAsync("ninjs", """
            {"guid":"tag:wire.example,2020:7","version":2,"type":"text","versioncreated":"2020-01-02T08:00:00+0000",
             "headline":"Wall gives way","byline":"Ines Marchetti","located":"Port Ellery","language":"en",
             "description_text":"Nobody was hurt","ednote":"Fixes the fine","signal":[{"code":"CORRECTION","name":"x"}],
             "body_html":"<p>One.</p><h2>Two</h2>","subject":[{"name":"Coast"}],"person":[{"name":"Oda Lind"}],
             "infosource":[{"name":"Northern Wire"}]}
            """));

        Assert.Equal(
            ("ninjs", "tag:wire.example,2020:7", 2, "Fixes the fine", "Wall gives way", "Nobody was hurt"),
            (read.Source, read.Article, read.Revision, read.Comment, read.Title, read.Summary));
        Assert.Equal(
            [new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Agency, "Northern Wire")], read.Detail!.Credits);
        Assert.Equal(
            [ImportGiven.Paragraph("One."), new() { Id = "", Type = BlockType.Heading, Text = "Two" }],
            read.Detail.Blocks);
    }

    [Fact]
    public async Task A_note_to_editors_alone_is_not_for_the_public()
    {
        var read = Assert.Single(await ImportGiven.ReadAsync(
            "ninjs", """{"uri":"https://w.example/1","versionCreated":"2020-01-02T08:00:00Z","edNote":"Call Ada"}"""));

        Assert.Null(read.Comment);
        Assert.Equal([ImportGiven.Paragraph("")], read.Detail!.Blocks);
    }

    [Fact]
    public async Task A_message_has_many_items_and_NITF_is_read()
    {
        var read = await ImportGiven.ReadAsync("newsml-g2", $"""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
              {Item("urn:w:1", 2, "stat:usable", "<body><body.content><p>Two<br/>lines</p><p/></body.content></body>")}
              {Item("urn:w:2", 1, "stat:canceled", "<body/>")}
              {Item("urn:w:3", 1, "stat:withheld", "<body/>")}
              {Item("urn:w:1", 1, "stat:usable", "<body><body.content><p>One</p></body.content></body>")}
            </itemSet></newsMessage>
            """);

        Assert.Equal(
            [("urn:w:1", 1, "One", false), ("urn:w:1", 2, "Two\nlines", false), ("urn:w:2", 1, "", true)],
            read.Select(item => (item.Article, item.Revision, item.Text, item.IsCancelled)));
        Assert.All(read, item => Assert.Equal("nw", item.Source));
    }

    [Theory]
    [InlineData("ninjs", "[]", "There is no JSON in it.")]
    [InlineData("ninjs", "", "There is no JSON in it.")]
    [InlineData("ninjs", "[1]", "A ninjs text must be an object.")]
    [InlineData("ninjs", "{}", "The 'uri' of an object is missing.")]
    [InlineData("ninjs", """{"uri":"u","versionCreated":"yesterday"}""",
        "The 'versionCreated' of 'u' must be a time such as 2026-03-01T08:00:00Z, with its offset, "
        + "but is 'yesterday'.")]
    [InlineData("ninjs", """{"uri":"u","version":"1.5","versionCreated":"2020-01-02T08:00:00Z"}""",
        "The 'version' of 'u' is no whole number from 1.")]
    [InlineData("ninjs", """{"uri":"u","embargoedUntil":"2026-06-02T00:00:00Z"}""",
        "The object 'u' is under embargo until 2026-06-02T00:00:00Z.")]
    [InlineData("newsml-g2", "<rss/>", "NewsML-G2 begins with 'newsItem' or 'newsMessage', not with 'rss'.")]
    [InlineData("newsml-g2", "<newsItem/>", "The 'guid' of an item is missing.")]
    [InlineData("newsml-g2", "<newsItem guid='g'><itemMeta/></newsItem>",
        "The 'versionCreated' of the item 'g' is missing.")]
    public async Task What_cannot_be_taken_in_is_refused_in_a_sentence(string format, string file, string sentence) =>
        Assert.Equal(sentence, await ImportGiven.RefusedAsync(format, file));

    [Fact]
    public async Task A_version_that_is_there_twice_is_refused() =>
        Assert.Equal(
            "Version 1 of 'https://w.example/1' is there twice.",
            await ImportGiven.RefusedAsync("ninjs", string.Concat(Enumerable.Repeat(
                """{"uri":"https://w.example/1","version":"1","versionCreated":"2020-01-02T08:00:00Z"}""", 2))));

    private static string Item(string guid, int version, string status, string body) => $"""
        <newsItem guid="{guid}" version="{version}"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="np:nw"/>
        <versionCreated>2020-01-0{version}T08:00:00+01:00</versionCreated><pubStatus qcode="{status}"/></itemMeta>
        <contentMeta><headline>Wall</headline></contentMeta><contentSet><inlineXML><n:nitf
        xmlns:n="http://iptc.org/std/NITF/2006-10-18/">{body}</n:nitf></inlineXML></contentSet></newsItem>
        """;
}
