using System.Net;
using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Pages;

/// <summary>History, comparison and corrections: what readers see of changes.</summary>
public sealed class ChangePages(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task The_history_tells_every_kind_of_change_newest_first()
    {
        await server.PublishAsync(WireStory.Article, "all-kinds");
        var story = server.Story("all-kinds");
        await story.ReviseAsync(WireStory.Article with { Section = "Town" }, "It is a town.", RevisionKind.MinorFix);
        await story.CorrectAsync("forty metres", "fourteen metres", "It was fourteen.");
        await story.CreditAsync(CreditRole.Author, "Nadia Verrin", "Nadia Varrin", "Her name.");
        await story.CaptionAsync("b1", "A shorter caption.", null, "Too long.");
        await story.HeadlineAsync("A shorter headline");
        await story.MoveAsync("all-kinds-of-change");
        await story.RetractAsync("Not so.");
        await story.ReinstateAsync("So after all.");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync("/stories/all-kinds-of-change/history");

        Assert.Equal(
            ["Reinstated", "Retracted", "Address changed", "Headline changed", "Caption edited", "Attribution changed",
                "Correction: wrong fact", "Minor fix", "First published"],
            page.QuerySelectorAll(".change-title").Select(title => title.TextContent));
        var text = reader.Text(".timeline");
        Assert.Contains("by Ines Okafor", text, StringComparison.Ordinal);
        Assert.Contains("It was fourteen.", text, StringComparison.Ordinal);
        Assert.Contains("Nadia Varrin", text, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll(".change-links a[href*=revisions]").Length);
        Assert.Equal(7, page.QuerySelectorAll(".change-links a[href*=compare]").Length);
    }

    [Fact]
    public async Task A_long_history_is_paged_and_nothing_falls_between_the_pages()
    {
        await server.PublishAsync(Newsroom.Short("Long", "Number 0."), "long");
        for (var i = 1; i <= 110; i++)
            await server.Story("long").ReviseAsync(Newsroom.Short("Long", $"Number {i}."), $"Reason {i}.");

        using var reader = new Visitor(server.Client());
        var seen = new List<string>();
        for (var path = "/stories/long/history"; path is not null;)
        {
            var page = await reader.GetAsync(path);
            seen.AddRange(page.QuerySelectorAll(".change").Select(change => change.Id!));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 111).Reverse().Select(n => $"version-{n}"), seen);
    }

    [Fact]
    public async Task A_comparison_marks_words_blocks_and_fields_and_says_so()
    {
        var first = Newsroom.Short("Same", "It took forty metres.", "Stays.", "Goes away.", "Wanders.");
        await server.PublishAsync(first, "compared");
        await server.Story("compared").ReviseAsync(first with
        {
            Headline = "Other",
            Blocks =
            [
                new() { Id = "b4", Type = BlockType.Paragraph, Text = "Wanders." },
                new() { Id = "b1", Type = BlockType.Paragraph, Text = "It took fourteen metres." },
                new() { Id = "b2", Type = BlockType.Paragraph, Text = "Stays." },
                new() { Id = "", Type = BlockType.Quote, Text = "Utterly new words here", Speaker = "Ann" },
            ],
        });
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync("/stories/compared/compare/1...2");

        Assert.Equal(
            ["Headline", "Paragraph · Moved here", "Paragraph · Changed", "Paragraph · Removed", "Quote · Added"],
            page.QuerySelectorAll(".diff-what").Select(what => what.TextContent.Trim()));
        Assert.Contains(
            "taken out: forty", reader.Text(".diff-row.changed:not(:first-child) del"), StringComparison.Ordinal);
        Assert.Contains(
            "put in: fourteen", reader.Text(".diff-row.changed:not(:first-child) ins"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_versions_are_chosen_in_a_form()
    {
        await server.PublishAsync(Newsroom.Short("Form", "One."), "form");
        await server.Story("form").ReviseAsync(Newsroom.Short("Form", "Two."));
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/stories/form/compare?a=2&b=1");
        Assert.Equal("/stories/form/compare/2...1", reader.Location?.ToString());
        await reader.FollowAsync();
        Assert.Contains("put in: One", reader.Text(".diff ins"), StringComparison.Ordinal);

        await reader.GetAsync("/stories/form/compare/2...2");
        Assert.Equal("Both versions say the same.", reader.Text(".empty"));

        foreach (var range in new[] { "1...3", "0...1", "1..2", "1...2...3", "a...b", "..." })
        {
            await reader.GetAsync($"/stories/form/compare/{range}");
            Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        }
    }

    [Fact]
    public async Task A_correction_has_a_page_of_its_own()
    {
        await server.PublishAsync(WireStory.Article, "has-correction");
        var done = await server.Story("has-correction").CorrectAsync(
            "forty metres", "fourteen metres", "It was fourteen.");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync($"/corrections/{done.CorrectionId}");

        Assert.Equal(WireStory.Headline, reader.Text("h1"));
        Assert.Equal("It was fourteen.", reader.Text(".correction-statement"));
        Assert.Equal("forty metres", reader.Text(".claim del"));
        Assert.Equal("fourteen metres", reader.Text(".claim ins"));
        Assert.Equal(
            "/stories/has-correction/revisions/2#block-b3", page.QuerySelector(".place")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("a[href='/stories/has-correction/compare/1...2']"));
    }

    [Fact]
    public async Task Corrections_are_filtered_by_what_the_form_asks()
    {
        await using var own = await WebServer.StartAsync(new());
        await own.PublishAsync(Newsroom.Short("Sport", "Ann Bell won by 8.") with { Section = "Sport" }, "sport");
        await own.PublishAsync(Newsroom.Short("Town", "Bo Carr lost by 7.") with { Section = "Town" }, "town");
        await own.Story("sport").CorrectAsync("8", "9", "Nine.");
        await own.Story("town").CorrectAsync("Bo Carr", "Bo Karr", "Karr.", CorrectionClass.MisspellingName);
        using var reader = new Visitor(own.Client());

        Assert.Equal(["Karr.", "Nine."], await NotesAsync(""));
        Assert.Equal(["Karr."], await NotesAsync("?class=misspelling-name"));
        Assert.Equal(["Nine."], await NotesAsync("?section=Sport"));
        Assert.Equal([], await NotesAsync("?to=2001-01-01"));
        Assert.Equal(["Karr.", "Nine."], await NotesAsync("?from=2001-01-01&to=2999-12-31"));

        await reader.GetAsync("/corrections?class=nonsense");
        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
        Assert.Equal("There is no class of correction called “nonsense”.", reader.Text("[role=alert]"));
        await reader.GetAsync("/corrections?from=soon");
        Assert.Equal("“soon” is not a day; write it as 2026-11-22.", reader.Text("[role=alert]"));

        async Task<IEnumerable<string>> NotesAsync(string query) =>
            (await reader.GetAsync("/corrections" + query))
                .QuerySelectorAll(".correction-text").Select(note => note.TextContent.Trim());
    }

    [Fact]
    public async Task The_front_page_has_the_newest_stories_and_corrections_and_an_empty_one_says_so()
    {
        await using var own = await WebServer.StartAsync(new());
        using var reader = new Visitor(own.Client());

        await reader.GetAsync("/");
        Assert.Contains("Nothing is published yet.", reader.Text("main"), StringComparison.Ordinal);
        await reader.GetAsync("/corrections");
        Assert.Contains("There are no corrections yet.", reader.Text("main"), StringComparison.Ordinal);

        for (var i = 1; i <= 22; i++)
            await own.PublishAsync(Newsroom.Short($"Story {i}", "Eight."), $"story-{i}");

        await own.Story("story-22").CorrectAsync("Eight", "Nine", "It was nine.");
        var page = await reader.GetAsync("/");
        Assert.Equal(21, page.QuerySelectorAll(".teaser").Length);
        Assert.Equal("Story 22", reader.Text(".lead h2"));
        Assert.Equal("Corrected", reader.Text(".lead .mark"));
        Assert.Equal("It was nine.", reader.Text(".brief-text"));
        page = await reader.GetAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("Story 1", Assert.Single(page.QuerySelectorAll(".teaser h2")).TextContent.Trim());
    }
}
