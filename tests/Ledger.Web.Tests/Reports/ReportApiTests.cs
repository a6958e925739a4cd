using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Reports;

/// <summary>A report of an error on its way, over the API.</summary>
public sealed class ReportApiTests(WebServer server) : ReportApiTest(server)
{
    private const string Triage = """{"class":"factual-error","owner":"user:ada"}""";

    [Fact]
    public async Task A_reader_without_an_account_reports_and_sees_what_becomes_of_it()
    {
        var story = await PublishAsync();
        using var reader = Reader();
        var receipt = await ReportAsync(reader, Report(story.Id, "It was 14 million.", """
            ,"revision":1,"quote":{"exact":"40 million","prefix":"cost ","field":"body"},"evidence":"https://a.example/"
            """));

        Assert.Equal("received", Text(await GetAsync($"/api/v1/reports/{receipt}", reader), "status"));
        await DoneAsync(IdOf(receipt), "triage", Triage);
        Assert.Equal("triaged", Text(await GetAsync($"/api/v1/reports/{receipt}", reader), "status"));
        var corrected = await ChangeAsync(story, "corrections", """
            {"class":"factual-error","wrong":"40 million","right":"14 million","note":"It cost 14 million."}
            """);
        await DoneAsync(IdOf(receipt), "close", $$"""{"correction":"{{corrected.CorrectionId}}"}""");

        var seen = await GetAsync($"/api/v1/reports/{receipt}", reader);
        Assert.Equal("corrected", Text(seen, "status"));
        Assert.Equal(corrected.CorrectionId.ToString(), Text(seen, "correctionId"));
        Assert.Equal("40 million", Text(seen.GetProperty("quote"), "exact"));
    }

    [Fact]
    public async Task The_desk_sees_what_it_has_to_do_and_by_when()
    {
        var story = await PublishAsync();
        var id = IdOf(await ReportAsync(story.Id, "The queue shows this."));
        var received = await FindAsync(id);
        Assert.Equal(("reader", "received", false, false), (Text(received, "source"), Text(received, "status"),
            received.GetProperty("overdue").GetBoolean(), received.GetProperty("hasContact").GetBoolean()));

        await DoneAsync(id, "triage", Triage);

        var triaged = await FindAsync(id);
        Assert.Equal(("triaged", "factual-error", "substantive", "user:ada"), (Text(triaged, "status"),
            Text(triaged, "class"), Text(triaged, "severity"), Text(triaged, "owner")));
        var open = await GetAsync("/api/v1/reports?open=true&owner=user:ada&class=factual-error&limit=100");
        Assert.Contains(open.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task A_declined_report_tells_its_reporter_why_and_can_be_reopened()
    {
        var story = await PublishAsync();
        var receipt = await ReportAsync(story.Id, "I do not like the bridge.");

        await DoneAsync(IdOf(receipt), "decline", """{"reason":"That is an opinion."}""");
        var declined = await GetAsync($"/api/v1/reports/{receipt}");
        await DoneAsync(IdOf(receipt), "reopen", """{"reason":"There is more to it."}""");

        Assert.Equal(("declined", "That is an opinion."), (Text(declined, "status"), Text(declined, "reason")));
        Assert.Equal("received", Text(await GetAsync($"/api/v1/reports/{receipt}"), "status"));
    }

    [Fact]
    public async Task A_merged_report_goes_the_way_of_the_other()
    {
        var story = await PublishAsync();
        var first = await ReportAsync(story.Id, "The sum is wrong.");
        var second = await ReportAsync(story.Id, "The sum is not right.");

        await DoneAsync(IdOf(second), "merge", $$"""{"into":"{{IdOf(first)}}"}""");
        await DoneAsync(IdOf(first), "decline", """{"reason":"It is right."}""");

        var seen = await GetAsync($"/api/v1/reports/{second}");
        Assert.Equal(("declined", "It is right.", true),
            (Text(seen, "status"), Text(seen, "reason"), seen.GetProperty("merged").GetBoolean()));
    }

    [Theory]
    [InlineData("triage", "{}", 400, "invalid-json")]
    [InlineData("triage", """{"class":"nonsense"}""", 400, "invalid-json")]
    [InlineData("triage", """{"class":"headline","severity":"dire"}""", 400, "invalid-json")]
    [InlineData("decline", "{}", 422, "reason-required")]
    [InlineData("decline", """{"reason":" "}""", 422, "reason-required")]
    [InlineData("reopen", """{"reason":"R"}""", 409, "report-open")]
    [InlineData("close", """{"correction":"x"}""", 400, "invalid-json")]
    [InlineData("close", """{"correction":"0197a1b2-0000-7000-8000-000000000001"}""", 422, "correction-not-of-story")]
    [InlineData("merge", """{"into":"0197a1b2-0000-7000-8000-000000000001"}""", 422, "cannot-merge")]
    public async Task What_the_desk_cannot_do_is_refused_and_nothing_is_written(
        string what, string body, int status, string code)
    {
        var story = await PublishAsync();
        var id = IdOf(await ReportAsync(story.Id, $"Refused: {what} {body}"));

        await RefusedAsync(status, code, () => DeskAsync(Editor, id, what, body));
    }

    [Theory]
    [InlineData("triage", Triage)]
    [InlineData("decline", """{"reason":"R"}""")]
    [InlineData("close", """{"correction":"0197a1b2-0000-7000-8000-000000000001"}""")]
    [InlineData("merge", """{"into":"0197a1b2-0000-7000-8000-000000000001"}""")]
    public async Task A_closed_report_stays_as_it_is(string what, string body)
    {
        var story = await PublishAsync();
        var id = IdOf(await ReportAsync(story.Id, $"Closed: {what}"));
        await DoneAsync(id, "decline", """{"reason":"It is as it should be."}""");

        await RefusedAsync(409, "report-closed", () => DeskAsync(Editor, id, what, body));
    }

    [Fact]
    public async Task A_story_is_no_report_and_a_report_no_story()
    {
        var story = await PublishAsync();
        var id = IdOf(await ReportAsync(story.Id, "Neither is the other."));

        await RefusedAsync(404, "report-not-found", () => DeskAsync(Editor, story.Id, "triage", Triage));
        await RefusedAsync(404, "story-not-found", () => Editor.GetAsync($"/api/v1/stories/{id}", Cancel));
        await RefusedAsync(404, "story-not-found", () => SendAsync(
            Editor, story with { Id = id }, "retraction", """{"action":"retract","notice":"N"}""", "*"));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_one_that_is_not_named()
    {
        var story = await PublishAsync();
        var id = IdOf(await ReportAsync(story.Id, "Versions."));
        await DoneAsync(id, "triage", Triage);

        await RefusedAsync(412, "stale-version", () => DeskAsync(Editor, id, "triage", Triage, "\"1\""));
        await RefusedAsync(428, "precondition-required",
            () => Editor.PostAsync($"/api/v1/reports/{id}/triage", Json(Triage), Cancel));
    }

    [Theory]
    [InlineData("""{"text":"T"}""", 400, "invalid-json")]
    [InlineData("""{"story":"nowhere","text":"T"}""", 404, "story-not-found")]
    [InlineData("""{"story":"S","text":" "}""", 422, "report-text-required")]
    [InlineData("""{"story":"S"}""", 422, "report-text-required")]
    [InlineData("""{"story":"S","text":"T","revision":2}""", 404, "revision-not-found")]
    [InlineData("""{"story":"S","text":"T","revision":0}""", 404, "revision-not-found")]
    [InlineData("""{"story":"S","text":"T","evidence":"javascript:alert(1)"}""", 422, "invalid-field")]
    [InlineData("""{"story":"S","text":"T","email":"nobody"}""", 422, "invalid-field")]
    [InlineData("""{"story":"S","text":"T","name":"a\u0000b"}""", 422, "invalid-field")]
    [InlineData("""{"story":"S","text":"T","quote":{"exact":""}}""", 422, "invalid-field")]
    [InlineData("""{"story":"S","text":"T","quote":{}}""", 400, "invalid-json")]
    [InlineData("""{"story":"S","text":"T","more":1}""", 400, "invalid-json")]
    public async Task A_report_that_cannot_be_taken_says_why(string body, int status, string code)
    {
        var story = await PublishAsync();
        using var reader = Reader();

        await RefusedAsync(status, code, () => reader.PostAsync("/api/v1/reports", Json(
            body.Replace("\"S\"", $"\"{story.Slug}\"", StringComparison.Ordinal)), Cancel));
    }

    [Fact]
    public async Task Sent_again_under_its_key_a_report_is_one_and_has_one_receipt()
    {
        var story = await PublishAsync();
        foreach (var client in new[] { Reader(), await Server.ClientAsync(Role.Editor) })
        {
            client.DefaultRequestHeaders.Add("Idempotency-Key", "\"twice\"");
            var first = await ReportAsync(client, Report(story.Id, "Sent twice."));
            var head = await HeadAsync();

            Assert.Equal(first, await ReportAsync(client, Report(story.Id, "Sent twice.")));
            Assert.Equal(head, await HeadAsync());
            client.Dispose();
        }
    }

    [Fact]
    public async Task A_receipt_cannot_be_had_by_guessing_and_an_id_is_none()
    {
        var story = await PublishAsync();
        var receipt = await ReportAsync(story.Id, "Guess.");
        string[] guesses = [IdOf(receipt).ToString("N"), IdOf(receipt).ToString(), new('0', 32), "x", receipt + "0"];

        foreach (var guess in guesses)
            await RefusedAsync(404, "report-not-found", () => Editor.GetAsync($"/api/v1/reports/{guess}", Cancel));
    }

    [Fact]
    public async Task A_report_of_the_staff_is_theirs_and_one_of_a_reader_nobodys()
    {
        var story = await PublishAsync();
        using var member = await Server.ClientAsync(Role.Reader);
        var byStaff = IdOf(await ReportAsync(Editor, Report(story.Id, "Found by the staff.")));
        var byReader = IdOf(await ReportAsync(member, Report(story.Id, "Found by a reader.")));

        Assert.Equal(
            ("staff", "reader"), (Text(await FindAsync(byStaff), "source"), Text(await FindAsync(byReader), "source")));
        var log = await GetAsync("/api/v1/events?limit=500");
        var actors = log.GetProperty("items").EnumerateArray()
            .Where(item => Text(item, "type") == "report_received")
            .Select(item => Text(item.GetProperty("metadata"), "actor"))
            .ToList();
        Assert.Contains("reader", actors);
        Assert.Contains(actors, actor => actor!.StartsWith("user:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_writes_with_a_session_from_another_site()
    {
        var story = await PublishAsync();
        using var reader = Reader();
        reader.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var response = await reader.PostAsync("/api/v1/reports", Json(Report(story.Id, "No session.")), Cancel);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
