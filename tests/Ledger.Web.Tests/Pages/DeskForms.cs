using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

/// <summary>The forms of the desk: what they refuse, what they keep, and that they publish what was typed.</summary>
public sealed class DeskForms(WebServer server) : IClassFixture<WebServer>
{
    private static readonly (string, string) Publish = ("do", "publish");
    private static readonly (string, string) Preview = ("do", "preview");

    [Fact]
    public async Task A_refused_story_comes_back_whole_with_the_sentence_that_says_why()
    {
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/new");

        await editor.SendAsync(".desk-form",
            [("headline", ""), ("standfirst", "Kept"), ("block.text", "One.\r\n\r\nTwo."), ("credit.name", "Ann")],
            Publish);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Equal("The headline must not be empty.", editor.Text("#problem"));
        Assert.Equal("Kept", editor.Value("#standfirst"));
        Assert.Equal("Ann", editor.Value("[name='credit.name']"));
        Assert.Equal("One.", editor.Value("#edit-1"));
        Assert.Equal("Two.", editor.Value("#edit-2"));
    }

    [Fact]
    public async Task A_taken_address_and_a_story_without_words_are_refused()
    {
        await server.PublishAsync(Newsroom.Short("Taken", "Text."), "taken");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/new");

        await editor.SendAsync(".desk-form", [("headline", "H"), ("block.text", "T"), ("slug", "taken")], Publish);
        Assert.Equal("The slug 'taken' belongs to another story.", editor.Text("#problem"));

        await editor.SendAsync(".desk-form", [("block.text", " "), ("slug", "")], Publish);
        Assert.Equal("A story needs at least one block.", editor.Text("#problem"));
        Assert.Equal("H", editor.Value("#headline"));
    }

    [Fact]
    public async Task The_small_buttons_keep_everything_that_was_typed_and_publish_nothing()
    {
        await server.PublishAsync(Newsroom.Short("Buttons", "One.", "Two."), "buttons");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/buttons/revise");

        await editor.SendAsync(".desk-form",
            [("block.text", "One changed."), ("block.text", "Two."), ("reason", "Typed.")], ("do", "down:0"));
        await editor.SendAsync(".desk-form", [], ("do", "add:0:Quote"));

        Assert.Equal(HttpStatusCode.OK, editor.Status);
        Assert.Equal(
            ["b2", "", "b1"], editor.Page.QuerySelectorAll("[name='block.id']").Select(id => id.GetAttribute("value")));
        Assert.Equal("One changed.", editor.Value("#edit-3"));
        Assert.Equal("Typed.", editor.Value("#reason"));
        await editor.GetAsync("/stories/buttons");
        Assert.Equal("One. Two.", editor.Text(".body"));
    }

    [Fact]
    public async Task A_revision_keeps_the_ids_of_blocks_and_shows_what_it_will_change_first()
    {
        await server.PublishAsync(WireStory.Article, "to-revise");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/to-revise/revise");
        var texts = editor.Page.QuerySelectorAll<IHtmlTextAreaElement>("[name='block.text']")
            .Select(area => area.Value);

        (string, string)[] typed =
        [
            .. texts.Select((text, i) =>
                ("block.text", i == 2 ? text.Replace("Sunday", "Monday", StringComparison.Ordinal) : text)),
            ("kind", "Update"), ("reason", "It was Monday."),
        ];
        await editor.SendAsync(".desk-form", typed, Preview);
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        Assert.Contains("put in: Monday", editor.Text(".preview"), StringComparison.Ordinal);
        Assert.Equal("It was Monday.", editor.Value("#reason"));

        await editor.SendAsync(".desk-form", [], Publish);
        Assert.Equal("/stories/to-revise", editor.Location?.ToString());
        await editor.FollowAsync();
        Assert.Equal("The revision is published.", editor.Text("[role=status]"));
        Assert.Contains("Monday", editor.Text("#block-b3"), StringComparison.Ordinal);
        await editor.GetAsync("/stories/to-revise/history");
        Assert.Equal("Update", editor.Text(".change-title"));
        Assert.Contains("'Sunday' is now 'Monday'", editor.Text(".flags"), StringComparison.Ordinal);
        Assert.Contains("Parts of the text new or rewritten: 1", editor.Text(".change"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_a_form_as_it_came_adds_nothing()
    {
        await server.PublishAsync(WireStory.Article, "untouched");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        foreach (var form in new[] { "revise", "headline" })
        {
            await editor.GetAsync($"/desk/stories/untouched/{form}");
            await editor.SendAsync(".desk-form", [], Publish);
            await editor.FollowAsync();
            Assert.Equal("The story says so already, so nothing was added.", editor.Text("[role=status]"));
        }
    }

    [Fact]
    public async Task A_correction_is_previewed_and_then_published_with_its_note()
    {
        await server.PublishAsync(WireStory.Article, "to-correct");
        using var editor = await Visitor.SignedInAsync(server, Role.Standards);
        await editor.GetAsync("/desk/stories/to-correct/correct");
        (string, string)[] typed =
        [
            ("class", "factual-error"), ("wrong", "forty metres"), ("right", "fourteen metres"),
            ("note", "It was fourteen."),
        ];

        await editor.SendAsync(".desk-form", typed, Preview);
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        Assert.Contains("put in: fourteen", editor.Text(".preview .diff"), StringComparison.Ordinal);
        Assert.Contains("It was fourteen.", editor.Text(".preview .correction"), StringComparison.Ordinal);

        await editor.SendAsync(".desk-form", [], Publish);
        await editor.FollowAsync();
        Assert.Equal("The correction is published.", editor.Text("[role=status]"));
        Assert.Contains("fourteen metres", editor.Text("#block-b3"), StringComparison.Ordinal);
        Assert.Contains("It was fourteen.", editor.Text(".notes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "forty metres", "fourteen metres", "N.", "Choose what kind of error it is.")]
    [InlineData("factual-error", "no such words", "others", "N.", "The words 'no such words' are not in the article.")]
    [InlineData("factual-error", "forty metres", "fourteen metres", "", "A correction needs a public note.")]
    [InlineData("factual-error", "", "", "N.", "A correction of this class needs the wrong words and the right ones.")]
    public async Task A_correction_that_cannot_be_is_refused_at_its_form(
        string @class, string wrong, string right, string note, string sentence)
    {
        await server.PublishAsync(WireStory.Article, "refused");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/refused/correct");

        foreach (var button in new[] { Preview, Publish })
        {
            await editor.SendAsync(
                ".desk-form", [("class", @class), ("wrong", wrong), ("right", right), ("note", note)], button);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
            Assert.Equal(sentence, editor.Text("#problem"));
            Assert.Equal(wrong, editor.Value("#wrong-1"));
            Assert.Equal(note, editor.Value("#note"));
        }
    }

    [Fact]
    public async Task Attributions_of_every_kind_are_changed_added_and_taken_away()
    {
        await server.PublishAsync(WireStory.Article, "credited");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        await AttributeAsync("credit:Author:Nadia Verrin", "Nadia Varrin");
        await AttributeAsync("block:b11", "Sami Dorn");
        await AttributeAsync("block:b1", "Tomas Ardal");
        await AttributeAsync("add:Photographer", "Tomas Ardal");
        await AttributeAsync("credit:Agency:Northern Wire", "");

        Assert.Equal("By Nadia Varrin Coastal Press", editor.Text(".byline"));
        Assert.Equal("Sami Dorn", editor.Text(".quote figcaption"));
        Assert.Equal("Tomas Ardal", editor.Text(".picture .credit"));
        Assert.Contains("Photographer Tomas Ardal", editor.Text(".credits"), StringComparison.Ordinal);

        await editor.GetAsync("/desk/stories/credited/attribute");
        await editor.SendAsync(".desk-form", [("what", "block:b11"), ("to", "Somebody"), ("reason", "")], Publish);
        Assert.Equal("This needs a reason.", editor.Text("#problem"));
        Assert.Equal("Somebody", editor.Value("#to"));

        async Task AttributeAsync(string what, string to)
        {
            await editor.GetAsync("/desk/stories/credited/attribute");
            await editor.SendAsync(".desk-form", [("what", what), ("to", to), ("reason", "So it was.")], Publish);
            await editor.FollowAsync();
        }
    }

    [Fact]
    public async Task A_caption_is_edited_where_there_is_a_picture()
    {
        await server.PublishAsync(WireStory.Article, "captioned");
        await server.PublishAsync(Newsroom.Short("Bare", "No picture."), "no-picture");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        await editor.GetAsync("/desk/stories/captioned/caption");
        Assert.Equal(WireStory.Caption, editor.Value("#caption"));
        await editor.SendAsync(".desk-form", [("caption", "A quay.\r\nA wall."), ("reason", "Shorter.")], Publish);
        await editor.FollowAsync();
        Assert.StartsWith("A quay. A wall.", editor.Text(".picture figcaption"), StringComparison.Ordinal);

        await editor.GetAsync("/desk/stories/no-picture/caption");
        Assert.Contains("This story has no picture.", editor.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headline_and_the_address_have_a_form_each()
    {
        await server.PublishAsync(WireStory.Article, "old-address");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        await editor.GetAsync("/desk/stories/old-address/headline");
        await editor.SendAsync(
            ".desk-form", [("headline", "Shorter"), ("standfirst", ""), ("reason", "Length.")], Publish);
        await editor.FollowAsync();
        Assert.Equal("Shorter", editor.Text("h1"));
        Assert.Null(editor.Page.QuerySelector(".standfirst"));

        await editor.GetAsync("/desk/stories/old-address/headline");
        await editor.SendAsync(".desk-form.second", [("address", "new-address")]);
        Assert.Equal("/stories/new-address", editor.Location?.ToString());

        await editor.GetAsync("/desk/stories/new-address/headline");
        await editor.SendAsync(".desk-form.second", [("address", "No Address!")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Equal("No Address!", editor.Value("#address"));
    }

    [Fact]
    public async Task A_story_is_retracted_withdrawn_and_reinstated_with_a_notice()
    {
        await server.PublishAsync(Newsroom.Short("Fate", "Text."), "fate");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        foreach (var verb in new[] { "retract", "withdraw", "reinstate" })
        {
            await editor.GetAsync("/desk/stories/fate/status");
            await editor.SendAsync(".desk-form", [("do", verb), ("notice", "")]);
            Assert.Equal("This needs a public notice.", editor.Text("#problem"));
            await editor.SendAsync(".desk-form", [("do", verb), ("notice", $"Why: {verb}.")]);
            await editor.FollowAsync();
        }

        Assert.Null(editor.Page.QuerySelector(".notice"));
        await editor.GetAsync("/stories/fate/history");
        Assert.Equal(["Reinstated", "Withdrawn", "Retracted", "First published"],
            editor.Page.QuerySelectorAll(".change-title").Select(title => title.TextContent));
    }

    [Fact]
    public async Task The_desk_finds_stories_by_their_words()
    {
        await server.PublishAsync(Newsroom.Short("Unmistakable zebra", "Text."), "zebra");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        var page = await editor.GetAsync("/desk?q=zebra");
        Assert.Equal("Unmistakable zebra", Assert.Single(page.QuerySelectorAll(".desk-row h2")).TextContent);
        Assert.NotNull(page.QuerySelector("a[href='/desk/stories/zebra/correct']"));

        await editor.GetAsync("/desk?q=nothinglikethis");
        Assert.Contains("No story has these words.", editor.Text("main"), StringComparison.Ordinal);
    }
}
