using System.Net;

namespace Ledger.Web.Tests.Pages;

public sealed class ReaderPages(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task A_story_is_shown_with_all_that_belongs_to_it()
    {
        var done = await server.PublishAsync(WireStory.Article);
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync($"/stories/{done.Slug}");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal(WireStory.Headline, reader.Text("h1"));
        Assert.Equal("Coast", reader.Text("article .kicker"));
        Assert.Equal(WireStory.Standfirst, reader.Text(".standfirst"));
        Assert.Equal("By Nadia Verrin Coastal Press and Northern Wire", reader.Text(".byline"));
        Assert.StartsWith("PORT VELIS — The sea took forty metres", reader.Text(".body > p:not(.aside)"));
        Assert.Equal(WireStory.Caption + " Tomas Ardel/Coastal Press", reader.Text(".picture figcaption"));
        Assert.Equal("Ruth Calder", reader.Text(".quote figcaption"));
        Assert.Equal(2, page.QuerySelectorAll(".body li").Length);
        Assert.Equal(WireStory.Note, reader.Text(".body .aside"));
        Assert.Equal("Translator Jonas Lind", reader.Text(".credits"));
        Assert.EndsWith("Z", page.QuerySelector(".times time")!.GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Contains("UTC", reader.Text(".times time"), StringComparison.Ordinal);
        Assert.Equal($"/stories/{done.Slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script:not([src^='/js/'], [type='application/ld+json'])"));
    }

    [Fact]
    public async Task The_language_of_a_story_decides_how_it_is_written()
    {
        var done = await server.PublishAsync(
            Newsroom.Short("عنوان", "نص") with { Language = "ar-IQ" }, "right-to-left");
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync($"/stories/{done.Slug}");

        Assert.Equal("ar-IQ", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("rtl", page.QuerySelector("article")!.GetAttribute("dir"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("عنوان", reader.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_story_once_had_leads_to_the_same_page_at_its_present_one()
    {
        await server.PublishAsync(Newsroom.Short("Moved", "Text."), "before-moving");
        await server.Story("before-moving").MoveAsync("after-moving");
        using var reader = new Visitor(server.Client());

        foreach (var page in new[] { "", "/history", "/history?before=9", "/revisions/1", "/compare/1...1" })
        {
            await reader.GetAsync("/stories/before-moving" + page);
            Assert.Equal(HttpStatusCode.MovedPermanently, reader.Status);
            Assert.Equal("/stories/after-moving" + page, reader.Location?.ToString());
        }

        await reader.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    [Theory]
    [InlineData("/stories/never-written")]
    [InlineData("/stories/never-written/history")]
    [InlineData("/stories/never-written/compare/1...2")]
    [InlineData("/corrections/0190a7f0-0000-7000-8000-000000000000")]
    [InlineData("/corrections/nonsense")]
    [InlineData("/nothing/at/all")]
    [InlineData("/error")]
    public async Task What_does_not_exist_is_a_friendly_page_that_says_so(string path)
    {
        using var reader = new Visitor(server.Client());

        await reader.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Equal("There is no such page", reader.Text("h1"));
    }

    [Fact]
    public async Task A_grave_note_stands_above_the_text_and_others_below()
    {
        await server.PublishAsync(Newsroom.Short("Notes", "The pier cost 8 million."), "notes");
        await server.Story("notes").CorrectAsync("8 million", "9 million", "It was nine.");
        await server.Story("notes").AddEditorsNoteAsync("A grave note.");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/stories/notes");

        var text = reader.Text("article");
        Assert.True(At("A grave note.") < At("The pier cost"));
        Assert.True(At("It was nine.") > At("The pier cost"));
        Assert.Contains("Before and after", reader.Text(".notes"), StringComparison.Ordinal);

        int At(string words) => text.IndexOf(words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retracted_story_stays_readable_under_its_notice()
    {
        await server.PublishAsync(Newsroom.Short("Retracted", "The text stays."), "to-retract");
        await server.Story("to-retract").RetractAsync("The source was forged.");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/stories/to-retract");

        Assert.Equal("This article has been retracted The source was forged.", reader.Text(".notice"));
        Assert.Equal("The text stays.", reader.Text(".body"));
        Assert.Equal("Retracted Retracted", reader.Text("h1"));
        Assert.StartsWith("Retracted: Retracted", reader.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_version_says_that_it_is_one()
    {
        await server.PublishAsync(Newsroom.Short("Then", "Old."), "versions");
        await server.Story("versions").ReviseAsync(Newsroom.Short("Then", "Newer."), "New word.");
        await server.Story("versions").ReviseAsync(Newsroom.Short("Then", "Newest."));
        using var reader = new Visitor(server.Client());

        var page = await reader.GetAsync("/stories/versions/revisions/2");

        Assert.Equal("A past version 2", reader.Text(".past h2"));
        Assert.Contains("New word.", reader.Text(".past"), StringComparison.Ordinal);
        Assert.Equal("Newer.", reader.Text(".body"));
        Assert.Equal("/stories/versions", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/stories/versions/revisions/1", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/stories/versions/revisions/3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("noindex", Assert.Single(reader.Answer.Headers.GetValues("X-Robots-Tag")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_version_that_is_not_there_is_not_found(string number)
    {
        await server.PublishAsync(Newsroom.Short("Single", "Only one."), $"single-{number.Replace('-', 'm')}");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync($"/stories/single-{number.Replace('-', 'm')}/revisions/{number}");

        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }
}
