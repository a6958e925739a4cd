using System.Net;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Reports;

/// <summary>Hostile text in every field of a report: nothing runs or breaks, and it comes back as typed.</summary>
public sealed class HostileReports(WebServer server) : ReportApiTest(server)
{
    public static TheoryData<string> Corpus => [.. HostileTexts.All];

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task It_is_text_wherever_it_is_shown(string text)
    {
        var story = await PublishAsync();
        var json = JsonSerializer.Serialize(text);
        var evidence = JsonSerializer.Serialize($"https://a.example/?{Uri.EscapeDataString(text)}");
        var receipt = await ReportAsync(story.Id, text,
            $$$"""
            ,"name":{{{json.Replace("\\t", " ")}}},"evidence":{{{evidence}}},
            "quote":{"exact":{{{json}}},"prefix":{{{json}}},"suffix":{{{json}}}}
            """);
        var id = IdOf(receipt);
        await DoneAsync(id, "triage", $$"""{"class":"misquote","owner":{{json}}}""");
        await DoneAsync(id, "decline", $$"""{"reason":{{json}}}""");

        var seen = await GetAsync($"/api/v1/reports/{receipt}");
        Assert.Equal((text, text), (Text(seen, "text"), Text(seen, "reason")));
        using var editor = await Visitor.SignedInAsync(Server, Role.Editor);
        foreach (var path in new[] { $"/reports/{receipt}", $"/desk/reports/{id}", "/desk/reports?show=all" })
        {
            await editor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, editor.Status);
            Assert.Empty(editor.Page.QuerySelectorAll("main script, main svg, main img, [onerror], [onload]"));
            Assert.DoesNotContain(editor.Page.QuerySelectorAll("a[href]"),
                link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        }

        await editor.GetAsync($"/reports/{receipt}");
        Assert.Equal(text, editor.Page.QuerySelector(".as-written")!.TextContent);
        Assert.Equal(text, editor.Page.QuerySelector(".quoted")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task A_form_that_is_refused_has_it_as_it_was_typed(string text)
    {
        await using var patient = await WebServer.StartAsync(
            new() { Intake = new() { ShortestFilling = TimeSpan.Zero } });
        await patient.PublishAsync(Newsroom.Short("Typed", "Text."), "typed");
        using var reader = new Visitor(patient.Browser());
        await reader.GetAsync("/stories/typed/report");

        await reader.SendAsync(".report-form", [("Form.Exact", text), ("Form.Text", text), ("Form.Name", text),
            ("Form.Email", "x"), ("Form.Prefix", text)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.Equal((text, text, text), (reader.Value("#exact"), reader.Value("#text"), reader.Value("#name")));
    }

    [Fact]
    public async Task A_megabyte_in_any_field_is_refused_and_nothing_is_written()
    {
        var story = await PublishAsync();
        var large = new string('x', 1_000_000);
        foreach (var field in new[] { "text", "evidence", "name", "email" })
        {
            using var reader = Reader();
            var body = JsonSerializer.Serialize(new Dictionary<string, string>
            { ["story"] = story.Slug, ["text"] = "T", [field] = large });
            await RefusedAsync(422, "too-long", () => reader.PostAsync("/api/v1/reports", Json(body), Cancel));
        }

        foreach (var field in new[] { "exact", "prefix", "suffix", "block" })
        {
            using var reader = Reader();
            var quote = JsonSerializer.Serialize(new Dictionary<string, string> { ["exact"] = "x", [field] = large });
            await RefusedAsync(422, "too-long", () => reader.PostAsync(
                "/api/v1/reports", Json(Report(story.Id, "T", $",\"quote\":{quote}")), Cancel));
        }

        var id = IdOf(await ReportAsync(story.Id, "Small."));
        var reason = JsonSerializer.Serialize(new { reason = large });
        await RefusedAsync(422, "too-long", () => DeskAsync(Editor, id, "decline", reason));
        var triage = JsonSerializer.Serialize(new { @class = "headline", owner = large });
        await RefusedAsync(422, "too-long", () => DeskAsync(Editor, id, "triage", triage));
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    [InlineData("a\\u001bb")]
    public async Task Characters_that_are_none_are_refused(string character)
    {
        var story = await PublishAsync();
        using var reader = Reader();
        using var response = await reader.PostAsync(
            "/api/v1/reports", Json($$"""{"story":"{{story.Slug}}","text":"{{character}}"}"""), Cancel);

        Assert.True(
            response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity,
            $"{response.StatusCode}");
    }
}
