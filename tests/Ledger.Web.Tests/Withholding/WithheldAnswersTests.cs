using System.Net;
using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.Web.Tests.Api;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Withholding;

/// <summary>What is answered in place of the words: the notice, at the same address.</summary>
public sealed class WithheldAnswersTests(WebServer server) : ApiTest(server)
{
    private const string Remove = """
        {"action":"remove","notice":"A court forbade it.","basis":"court-order","blockedBy":"https://courts.example/17"}
        """;

    [Fact]
    public async Task Programs_are_told_that_a_withdrawn_story_is_gone_and_why()
    {
        var story = await PublishAsync();
        await ChangeAsync(story, "retraction", """{"action":"withdraw","notice":"Published too early."}""");
        using var reader = Server.Client();

        foreach (var path in new[] { "", "/revisions/1", "/compare/1...2" })
        {
            using var answer = await reader.GetAsync($"/api/v1/stories/{story.Id}{path}", Cancel);
            var problem = await ReadAsync(answer);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(
                ("/problems/withheld", 410, "Published too early.", "withdrawn"),
                (Text(problem, "type"), Number(problem, "status"), Text(problem, "notice"),
                    Text(problem, "storyStatus")));
            Assert.False(answer.Headers.TryGetValues("Link", out _));
            Assert.Null(answer.Headers.ETag);
            Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        }

        var known = await GetAsync($"/api/v1/stories/{story.Id}");
        Assert.StartsWith("The bridge", Text(known, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_removed_for_legal_reasons_is_451_with_who_blocks_it()
    {
        var story = await PublishAsync();
        using var standards = await Server.ClientAsync(Role.Standards);
        var removed = await ChangeOfAsync(
            await SendAsync(standards, story, "retraction", Remove), HttpStatusCode.Created);
        using var reader = Server.Client();

        using var answer = await reader.GetAsync($"/api/v1/stories/{story.Slug}", Cancel);
        var problem = await ReadAsync(answer);
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, answer.StatusCode);
        Assert.Equal(
            "<https://courts.example/17>; rel=\"blocked-by\"", Assert.Single(answer.Headers.GetValues("Link")));
        Assert.Equal(
            ("/problems/withheld", 451, "A court forbade it.", "court-order", "removed"),
            (Text(problem, "type"), Number(problem, "status"), Text(problem, "notice"), Text(problem, "basis"),
                Text(problem, "storyStatus")));

        using var page = await reader.GetAsync($"/stories/{story.Slug}", Cancel);
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, page.StatusCode);
        Assert.Equal("<https://courts.example/17>; rel=\"blocked-by\"", Assert.Single(page.Headers.GetValues("Link")));

        var again = """{"action":"reinstate","notice":"The order was lifted."}""";
        await RefusedAsync(403, "not-allowed", () => SendAsync(Editor, removed, "retraction", again));
        await ChangeOfAsync(await SendAsync(standards, removed, "retraction", again), HttpStatusCode.Created);
        Assert.StartsWith("The bridge",
            Text(await GetAsync($"/api/v1/stories/{story.Id}", reader), "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_removes_nothing_for_legal_reasons_and_a_basis_is_needed()
    {
        var story = await PublishAsync();
        using var standards = await Server.ClientAsync(Role.Standards);

        await RefusedAsync(403, "not-allowed", () => SendAsync(Editor, story, "retraction", Remove));
        await RefusedAsync(400, "invalid-json", () => SendAsync(
            standards, story, "retraction", """{"action":"remove","notice":"N"}"""));
        await RefusedAsync(422, "notice-required", () => SendAsync(
            standards, story, "retraction", """{"action":"remove","basis":"privacy"}"""));
        await RefusedAsync(422, "invalid-field", () => SendAsync(
            standards, story, "retraction", """{"action":"remove","notice":"N","basis":"privacy","blockedBy":"me"}"""));
    }

    [Fact]
    public async Task A_page_answers_with_the_notice_at_every_address_that_the_story_ever_had()
    {
        var story = await SecretStory.PublishAsync(Server);
        await story.Hand.WithdrawAsync("Published too early.");
        using var reader = new Visitor(Server.Client());

        foreach (var name in new[] { story.Slug, $"{story.Slug}-at-first", story.Id.ToString() })
        {
            foreach (var part in new[] { "", "/revisions/1", "/compare/1...2", "/compare" })
            {
                await reader.GetAsync($"/stories/{name}{part}");
                Assert.Equal(HttpStatusCode.Gone, reader.Status);
                Assert.Equal("This article has been withdrawn", reader.Text("h1"));
                Assert.Contains("Published too early.", reader.Text(".notice"), StringComparison.Ordinal);
                Assert.Equal("noindex", Assert.Single(reader.Answer.Headers.GetValues("X-Robots-Tag")));
            }
        }
    }

    [Fact]
    public async Task What_happened_to_it_stays_to_be_seen_without_its_words()
    {
        var story = await SecretStory.PublishAsync(Server);
        await story.Hand.WithdrawAsync("Published too early.");
        using var reader = new Visitor(Server.Client());

        await reader.GetAsync($"/stories/{story.Slug}/history");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal(
            ["Withdrawn", "Address changed", "Attribution changed", "Caption edited", "Headline changed",
                "Correction amended", "Correction: wrong fact", "First published"],
            reader.Page.QuerySelectorAll(".change-title").Select(title => title.TextContent));
        Assert.Equal("Published too early.", reader.Text(".change-note"));

        await reader.GetAsync($"/corrections/{story.Correction}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("Withdrawn article", reader.Text("h1"), StringComparison.Ordinal);
        Assert.Contains("The article was withdrawn", reader.Text(".correction-statement"), StringComparison.Ordinal);
        Assert.Equal($"/stories/{story.Id}", reader.Page.QuerySelector("h1 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task By_the_policy_of_the_house_a_withdrawn_story_is_answered_with_its_notice_and_200()
    {
        await using var lenient = await WebServer.StartAsync(
            new(), HousePolicy.OneHand with { WithdrawnIsGone = false });
        var (withdrawn, removed) = (
            await SecretStory.PublishAsync(lenient), await SecretStory.PublishAsync(lenient));
        await withdrawn.Hand.WithdrawAsync("Published too early.");
        await removed.Hand.RemoveAsync("It may not be shown.");
        using var client = lenient.Client();
        using var reader = new Visitor(lenient.Client());

        await reader.GetAsync($"/stories/{withdrawn.Slug}");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal("This article has been withdrawn", reader.Text("h1"));
        var body = await GetAsync($"/api/v1/stories/{withdrawn.Id}", client);
        Assert.Equal(
            ("Withdrawn article", "Published too early.", ""),
            (Text(body, "headline"), Text(body, "notice"), Text(body, "text")));
        foreach (var path in new[] { "", "/revisions/1", "/compare/1...5" })
        {
            var seen = (await GetAsync($"/api/v1/stories/{withdrawn.Id}{path}", client)).GetRawText();
            Assert.DoesNotContain(withdrawn.Word, seen, StringComparison.OrdinalIgnoreCase);
        }

        await reader.GetAsync($"/stories/{removed.Slug}");
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, reader.Status);
        Assert.Equal("This article has been removed for legal reasons", reader.Text("h1"));
        Assert.Contains("the order of a court", reader.Text(".notice"), StringComparison.Ordinal);
    }
}
