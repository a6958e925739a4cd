using System.Text;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Import;

public sealed class OtherFormats
{
    public static TheoryData<string, string, string> Files { get; } = new()
    {
        {
            "ninjs", "7",
            """
            {"uri":"https://wire.example/items/7","version":"1","versionCreated":"2020-01-01T12:00:00Z","type":"text",
             "headlines":[{"value":"Harbour wall gives way"}],"bodies":[{"role":"main","value":"One.\n\nTwo."}]}
            """
        },
        {
            "newsml-g2", "urn-w-7",
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:w:7" version="1"><itemMeta>
            <versionCreated>2020-01-01T12:00:00Z</versionCreated></itemMeta><contentMeta><headline>Harbour wall gives
            way</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
            <p>One.</p><p>Two.</p></body></html></inlineXML></contentSet></newsItem>
            """
        },
        {
            "mediawiki", "harbour-wall",
            """
            <mediawiki><page><title>Harbour wall</title><ns>0</ns><revision><id>7</id>
            <timestamp>2020-01-01T12:00:00Z</timestamp><text>One.

            Two.</text></revision></page></mediawiki>
            """
        },
        {
            "wxr", "harbour-wall",
            """
            <rss xmlns:c="content" xmlns:wp="w"><channel><item><title>Harbour wall gives way</title>
            <link>https://old.example/2020/harbour-wall/</link><pubDate>Wed, 01 Jan 2020 12:00:00 +0000</pubDate>
            <c:encoded>One.

            Two.</c:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
            """
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_is_taken_in_once(string format, string slug, string content)
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);
        var file = folder.Write("file", Encoding.UTF8.GetBytes(content));

        var first = await program.DoneAsync("import", file, "--format", format);
        var second = await program.DoneAsync("import", file, "--format", format);

        Assert.Equal("1 revisions of 1 articles: 1 events added.\n1 stories are new.\n", first.Output);
        Assert.Equal(
            "1 revisions of 1 articles: 0 events added.\n1 revisions had been imported before.\n", second.Output);
        Assert.Equal("One.\n\nTwo.", (await program.DoneAsync("show", slug, "--format", "text")).Output);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_another_format_is_refused_in_a_sentence(string format, string slug, string content)
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);
        var file = folder.Write(slug, Encoding.UTF8.GetBytes(content));
        var other = format == "ninjs" ? "wxr" : "ninjs";

        var run = await program.RunAsync("import", file, "--format", other);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal(0, await ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken));
    }
}
