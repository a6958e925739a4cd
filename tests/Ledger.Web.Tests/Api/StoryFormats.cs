using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Ledger.Application.People;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Api;

/// <summary>Stories in the formats of others, from the story that they are made of.</summary>
public sealed class StoryFormats(WebServer server) : ApiTest(server)
{
    private static readonly XNamespace Nar = "http://iptc.org/std/nar/2006-10-01/";

    [Theory]
    [InlineData("schema-org", "application/ld+json")]
    [InlineData("ninjs", "application/json")]
    [InlineData("newsml-g2", "application/vnd.iptc.g2.newsitem+xml")]
    [InlineData("updates", "application/json")]
    public async Task A_page_leads_to_every_format_and_who_has_it_is_told_so(string format, string mediaType)
    {
        var story = await PublishAsync();
        using var reader = new Visitor(Server.Client());
        var page = await reader.GetAsync($"/stories/{story.Slug}");
        var link = page.QuerySelector($"link[rel=alternate][title='{format}'][type='{mediaType}']")!;
        using var client = Server.Client();
        using var answer = await client.GetAsync(link.GetAttribute("href"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("href"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var known = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var unknown = await client.GetAsync($"/api/v1/stories/{story.Id}/formats/docx", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var beyond = await client.GetAsync($"/api/v1/stories/{story.Id}/revisions/9/formats/{format}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task A_page_carries_its_article_with_its_corrections_as_data()
    {
        await Server.PublishAsync(Newsroom.Short("Data </script><b>", "It cost 10 million."), "as-data");
        var done = await Server.Story("as-data").CorrectAsync("10 million", "11 million", "It was </script> 11.");
        await Server.Story("as-data").HeadlineAsync("Data again");
        using var reader = new Visitor(Server.Client());

        var story = await ArticleAsync("/stories/as-data");
        var revision = await ArticleAsync("/stories/as-data/revisions/1");

        Assert.Equal("Data again", story.GetProperty("headline").GetString());
        Assert.Equal("3", story.GetProperty("version").GetString());
        var correction = Assert.Single(story.GetProperty("correction").EnumerateArray());
        Assert.Equal("CorrectionComment", correction.GetProperty("@type").GetString());
        Assert.Equal("It was </script> 11.", correction.GetProperty("text").GetString());
        Assert.EndsWith($"/corrections/{done.CorrectionId}", correction.GetProperty("url").GetString(),
            StringComparison.Ordinal);
        Assert.Equal("Data </script><b>", revision.GetProperty("headline").GetString());
        Assert.Empty(revision.GetProperty("correction").EnumerateArray());
        Assert.EndsWith("/stories/as-data/revisions/1", revision.GetProperty("url").GetString(),
            StringComparison.Ordinal);

        async Task<JsonElement> ArticleAsync(string path)
        {
            var page = await reader.GetAsync(path);
            var script = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
            return JsonDocument.Parse(script.TextContent).RootElement;
        }
    }

    [Fact]
    public async Task Each_kind_of_change_has_its_signal()
    {
        await Server.PublishAsync(Newsroom.Short("Signals", "It cost 10 million, or so."), "signals");
        var story = Server.Story("signals");
        await story.ReviseAsync(Newsroom.Short("Signals", "It cost 10 million, or more."), "New figures.");
        await story.CorrectAsync("10 million", "11 million", "It was 11.");
        await story.CorrectAsync("11 million", "12 million", "Clearer.", CorrectionClass.Clarification);
        await story.RetractAsync("The source was forged.");
        await story.ReinstateAsync("It was not.");

        Assert.Equal(
            ["stat:usable ", "stat:usable sig:update", "stat:usable sig:correction", "stat:usable sig:update",
                "stat:canceled ", "stat:usable sig:update"],
            await Task.WhenAll(Enumerable.Range(1, 6).Select(SignalAsync)));
        var third = await NewsMlAsync("revisions/3/");
        Assert.Equal("It was 11.\nFor “10 million” read “11 million”.",
            third.Descendants(Nar + "edNote").Single().Value);
        Assert.Equal("3", third.Attribute("version")!.Value);
        var updates = (await GetAsync("/api/v1/stories/signals/formats/updates")).GetProperty("updated-by");
        Assert.Equal(["retraction", "clarification", "correction", "new_version"],
            updates.EnumerateArray().Select(update => update.GetProperty("type").GetString()));

        async Task<string> SignalAsync(int revision)
        {
            var meta = (await NewsMlAsync($"revisions/{revision}/")).Element(Nar + "itemMeta")!;
            return $"{meta.Element(Nar + "pubStatus")!.Attribute("qcode")!.Value} "
                + meta.Element(Nar + "signal")?.Attribute("qcode")?.Value;
        }

        async Task<XElement> NewsMlAsync(string which) => XDocument.Parse(await Editor.GetStringAsync(
            $"/api/v1/stories/signals/{which}formats/newsml-g2", Cancel)).Root!;
    }

    [Fact]
    public async Task Of_a_withdrawn_story_every_format_tells_that_it_is_and_nothing_else()
    {
        await Server.PublishAsync(Newsroom.Short("Secret headline", "Secret 10 words."), "secret-slug");
        await Server.Story("secret-slug").CorrectAsync("10 words", "11 words", "Secret note.");
        await Server.Story("secret-slug").WithdrawAsync("Published too early.");
        using var client = Server.Client();

        foreach (var which in new[] { "", "revisions/1/", "revisions/3/" })
        {
            foreach (var format in new[] { "schema-org", "ninjs", "newsml-g2", "updates" })
            {
                using var answer = await client.GetAsync(
                    $"/api/v1/stories/secret-slug/{which}formats/{format}", Cancel);
                var text = await answer.Content.ReadAsStringAsync(Cancel);
                Assert.DoesNotContain("ecret", text, StringComparison.Ordinal);
                Assert.Equal(format != "updates", text.Contains("Published too early.", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_extension_of_ninjs_has_a_schema_where_it_says()
    {
        var story = await PublishAsync();
        var ninjs = await GetAsync($"/api/v1/stories/{story.Id}/formats/ninjs");
        var address = ninjs.GetProperty("standard").GetProperty("schema").GetString()!;

        var schema = await GetAsync(address, Server.Client());

        Assert.Equal(address, schema.GetProperty("$id").GetString());
    }

    [Fact]
    public async Task The_log_comes_as_cloud_events_to_those_who_ask_for_them()
    {
        var story = await PublishAsync();
        using var auditor = await Server.ClientAsync(Role.Auditor);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/events?story={story.Id}");
        request.Headers.TryAddWithoutValidation("Accept", "application/cloudevents-batch+json");
        using var answer = await auditor.SendAsync(request, Cancel);

        Assert.Equal("application/cloudevents-batch+json", answer.Content.Headers.ContentType?.MediaType);
        var logged = Assert.Single((await ReadAsync(answer)).EnumerateArray());
        var plain = (await GetAsync($"/api/v1/events?story={story.Id}", auditor)).GetProperty("items")[0];
        Assert.Equal("1.0", logged.GetProperty("specversion").GetString());
        Assert.Equal(plain.GetProperty("id").GetString(), logged.GetProperty("id").GetString());
        Assert.Equal("org.ledger.story.published.v1", logged.GetProperty("type").GetString());
        Assert.Equal(plain.GetProperty("position").GetInt64(), long.Parse(
            logged.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture));
        Assert.True(JsonElement.DeepEquals(plain.GetProperty("data"), logged.GetProperty("data")));
        Assert.All(logged.EnumerateObject(), attribute => Assert.Matches("^[a-z0-9]{1,20}$", attribute.Name));
        Assert.DoesNotContain("user:", logged.ToString(), StringComparison.Ordinal);
    }
}
