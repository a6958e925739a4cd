using System.Net;
using System.Text.Json;

namespace Ledger.Web.Tests.Pages;

/// <summary>Where the words of a story come from, on its page and for programs.</summary>
public sealed class BlamePages(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task Each_phrase_leads_to_the_correction_behind_it_with_its_class_and_reason()
    {
        var slug = await PublishAsync("blame-page");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync($"/stories/{slug}/blame");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        var phrase = page.QuerySelectorAll(".blamed-text.block-paragraph .phrase")
            .Single(link => link.TextContent == "three ");
        Assert.Equal("#from-2", phrase.GetAttribute("href"));
        Assert.StartsWith(
            "Version 2: Correction: wrong fact, ", phrase.GetAttribute("title"), StringComparison.Ordinal);
        var origin = page.QuerySelector("#from-2")!;
        Assert.Contains("The fine was three million.", origin.TextContent, StringComparison.Ordinal);
        Assert.NotNull(origin.QuerySelector("a[href^='/corrections/']"));
        Assert.Equal(
            ["Fine is ", "at last "],
            page.QuerySelectorAll(".field-headline .phrase").Take(2).Select(link => link.TextContent));
        Assert.All(
            page.QuerySelectorAll(".phrase").Select(link => link.GetAttribute("href")!),
            href => Assert.NotNull(page.QuerySelector(href)));
    }

    [Fact]
    public async Task A_past_version_is_shown_as_it_was_and_one_that_never_was_is_not_there()
    {
        var slug = await PublishAsync("blame-past");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync($"/stories/{slug}/blame?revision=1");
        Assert.Equal("The council was fined five million.", reader.Text(".blamed-text.block-paragraph"));
        Assert.All(page.QuerySelectorAll(".phrase"), link => Assert.Equal("#from-1", link.GetAttribute("href")));
        Assert.Equal("noindex", Assert.Single(reader.Answer.Headers.GetValues("X-Robots-Tag")));

        foreach (var revision in new[] { "0", "99", "-1", "one", "99999999999" })
        {
            await reader.GetAsync($"/stories/{slug}/blame?revision={revision}");
            Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        }
    }

    [Fact]
    public async Task Programs_get_the_same_with_the_changes_that_phrases_name()
    {
        var slug = await PublishAsync("blame-api");
        using var client = server.Client();
        var cancel = TestContext.Current.CancellationToken;

        var body = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/stories/{slug}/blame", cancel)).RootElement;
        var phrases = body.GetProperty("blocks")[0].GetProperty("fields")[0].GetProperty("phrases").EnumerateArray();
        Assert.Equal(
            [("The council was fined ", 1), ("three ", 2), ("million.", 1)],
            phrases.Select(phrase =>
                (phrase.GetProperty("text").GetString(), phrase.GetProperty("revision").GetInt32())));
        var origin = body.GetProperty("origins")[1];
        Assert.Equal(
            ("correction_issued", "factual-error", "The fine was three million."),
            (origin.GetProperty("type").GetString(), origin.GetProperty("class").GetString(),
                origin.GetProperty("reason").GetString()));
        Assert.False(origin.TryGetProperty("actor", out _));

        using var missing = await client.GetAsync($"/api/v1/stories/{slug}/blame?revision=9", cancel);
        using var bad = await client.GetAsync($"/api/v1/stories/{slug}/blame?revision=x", cancel);
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (missing.StatusCode, bad.StatusCode));
    }

    private async Task<string> PublishAsync(string slug)
    {
        await server.PublishAsync(Newsroom.Short("Fine is paid", "The council was fined five million."), slug);
        await server.Story(slug).CorrectAsync("five million", "three million", "The fine was three million.");
        await server.Story(slug).HeadlineAsync("Fine is at last paid", null, "It took long.");
        return slug;
    }
}
