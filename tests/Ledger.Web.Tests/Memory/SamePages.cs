using System.IO.Compression;
using System.Net;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Memory;

/// <summary>What readers get from memory is what they would get without it.</summary>
public sealed class SamePages(WebServer server) : MemoryTest(server)
{
    [Fact]
    public async Task Every_page_is_the_same_whether_kept_or_made_anew()
    {
        var paths = await PublishBridgeAsync();
        await using var plain = await Server.StartBesideAsync(new() { PageMemory = 0, Address = Server.BaseAddress });

        // Within the second of a change, a feed does not say when it was.
        await Eventually.IsTrueAsync(async () =>
            (await AskAsync("/corrections.atom")).Content.Headers.LastModified is not null);
        using var reader = Server.Client();
        using var comparing = plain.Client();

        foreach (var path in paths)
        {
            foreach (var coding in new[] { "identity", "gzip", "br" })
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
                {
                    using var kept = await AskAsync(reader, method, path, ("Accept-Encoding", coding));
                    using var made = await AskAsync(comparing, method, path, ("Accept-Encoding", coding));

                    Assert.Equal($"{path} {await WrittenAsync(made)}", $"{path} {await WrittenAsync(kept)}");
                }
            }
        }

        Assert.True(await SizeAsync() > 0);
        Assert.Equal(0, await SizeAsync(comparing));
    }

    [Fact]
    public async Task A_page_is_made_once()
    {
        await PublishAsync("Made once", "made-once");
        var first = await ReadAsync("/stories/made-once");
        await AlterAsync("made-once", "Made twice");

        Assert.Equal(first, await ReadAsync("/stories/made-once"));
        Assert.Contains("Made twice", await ReadAsync("/stories/made-once?anew"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    public async Task Who_has_the_page_is_told_so(string known, HttpStatusCode expected)
    {
        await PublishBridgeAsync();
        using var whole = await AskAsync("/stories/same-pages");
        var tag = whole.Headers.ETag!;
        Assert.False(tag.IsWeak);

        foreach (var path in new[] { "/stories/same-pages", "/stories/same-pages?made=anew" })
        {
            using var answer = await AskAsync(path, ("If-None-Match", known.Replace("{0}", tag.Tag)));

            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(tag, answer.Headers.ETag);
            Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
            Assert.Equal(["Accept-Encoding", "Cookie", "Accept-Datetime"], answer.Headers.Vary);
            var isKnown = expected == HttpStatusCode.NotModified;
            Assert.Equal(isKnown, (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length == 0);
            Assert.Equal(isKnown, answer.Content.Headers.ContentType is null);
        }
    }

    [Fact]
    public async Task A_packed_page_is_the_page_and_has_a_tag_of_its_own()
    {
        await PublishBridgeAsync();
        var page = await ReadAsync("/stories/same-pages");
        using var gzip = await AskAsync("/stories/same-pages", ("Accept-Encoding", "gzip, br;q=0"));
        using var brotli = await AskAsync("/stories/same-pages", ("Accept-Encoding", "gzip, deflate, br"));
        using var plain = await AskAsync("/stories/same-pages", ("Accept-Encoding", "deflate"));

        Assert.Equal(page, await UnpackAsync(gzip, packed => new GZipStream(packed, CompressionMode.Decompress)));
        Assert.Equal(page, await UnpackAsync(brotli, packed => new BrotliStream(packed, CompressionMode.Decompress)));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(3, new[] { gzip, brotli, plain }.Select(answer => answer.Headers.ETag).Distinct().Count());
    }

    [Fact]
    public async Task A_reader_gets_no_cookie()
    {
        foreach (var path in await PublishBridgeAsync())
        {
            using var answer = await AskAsync(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    private async Task<string[]> PublishBridgeAsync()
    {
        var story = Server.Story("same-pages");
        using var there = await AskAsync("/stories/same-pages");
        if (there.StatusCode == HttpStatusCode.NotFound)
        {
            await PublishAsync("The bridge", "same-pages-before", "It cost 40 million.");
            await Server.Story("same-pages-before").MoveAsync("same-pages");
            await story.CorrectAsync("40 million", "41 million", "It cost 41 million, not 40 million.");
            await story.HeadlineAsync("The bridge of Norvale");
            await HeardAllAsync();
        }

        var correction = (await ReadAsync("/corrections")).Split("href=\"/corrections/")[1].Split('"')[0];
        return
        [
            "/", "/stories/same-pages", "/stories/same-pages/history", "/stories/same-pages/revisions/1",
            "/stories/same-pages/compare/1...2", "/corrections", $"/corrections/{correction}",
            "/stories/same-pages-before", "/stories/same-pages-before/history", "/stories/same-pages/compare?a=1&b=2",
            "/stories/same-pages/history?before=2", "/?cursor=", "/corrections?class=factual-error",
            "/corrections.atom", "/corrections.json", "/stories/same-pages/changelog.atom", "/timemap/same-pages",
            "/stories/same-pages-before/changelog.atom", "/stories/nothing-here",
            "/stories/same-pages/revisions/9", "/corrections?from=never",
        ];
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer, Func<Stream, Stream> unpack)
    {
        await using var content = unpack(await answer.Content.ReadAsStreamAsync(Cancel));
        using var text = new StreamReader(content);
        return await text.ReadToEndAsync(Cancel);
    }
}
