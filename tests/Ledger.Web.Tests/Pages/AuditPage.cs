using System.Net;
using System.Text.Json;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

public sealed class AuditPage
{
    [Fact]
    public async Task The_log_is_read_page_by_page_without_a_gap_and_event_by_event_in_full()
    {
        await using var server = await WebServer.StartAsync(new());
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);
        await auditor.GetAsync("/audit");
        Assert.Contains("No event is recorded here.", auditor.Text("main"), StringComparison.Ordinal);

        for (var i = 1; i <= 30; i++)
        {
            await server.PublishAsync(Newsroom.Short($"Story {i}", "Text."), $"story-{i}");
            await server.Story($"story-{i}").CorrectAsync("Text", "Words", "They were words.");
        }

        Assert.Equal(Enumerable.Range(1, 60).Reverse(), await PositionsAsync("/audit"));
        Assert.Equal([40, 39], (await PositionsAsync("/audit?story=story-20")));
        Assert.Equal([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], await PositionsAsync("/audit?upto=10"));

        var page = await auditor.GetAsync("/audit?story=story-20");
        var json = JsonDocument.Parse(page.QuerySelector("#position-40 pre")!.TextContent).RootElement;
        Assert.Equal(40, json.GetProperty("position").GetInt64());
        Assert.Equal("correction_issued", json.GetProperty("type").GetString());
        Assert.Equal("They were words.", json.GetProperty("data").GetProperty("note").GetString());
        Assert.Equal("user:ines", json.GetProperty("metadata").GetProperty("actor").GetString());

        async Task<IEnumerable<int>> PositionsAsync(string path)
        {
            var positions = new List<int>();
            for (var next = path; next is not null;)
            {
                var page = await auditor.GetAsync(next);
                Assert.Equal(HttpStatusCode.OK, auditor.Status);
                positions.AddRange(
                    page.QuerySelectorAll(".event-position").Select(cell => int.Parse(cell.TextContent, null)));
                next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }

            return positions;
        }
    }

    [Fact]
    public async Task A_story_that_never_was_is_said_not_to_be_there()
    {
        await using var server = await WebServer.StartAsync(new());
        using var auditor = await Visitor.SignedInAsync(server, Role.Admin);

        await auditor.GetAsync("/audit?story=nothing");

        Assert.Equal("No story has, or ever had, the id or address “nothing”.", auditor.Text("[role=alert]"));
    }
}
