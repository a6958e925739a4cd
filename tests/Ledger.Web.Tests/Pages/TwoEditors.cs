using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

/// <summary>Two editors have one story open: one wins, the other loses nothing.</summary>
public sealed class TwoEditors(WebServer server) : IClassFixture<WebServer>
{
    private static readonly (string, string) Publish = ("do", "publish");

    [Fact]
    public async Task The_second_sees_what_changed_keeps_what_was_typed_and_goes_on_from_there()
    {
        await server.PublishAsync(Newsroom.Short("Two", "One.", "Two.", "Three."), "two");
        using var first = await OpenAsync("two", "revise");
        using var second = await OpenAsync("two", "revise");

        await first.SendAsync(
            ".desk-form", [.. Texts("One by the first.", "Two.", "Three."), ("reason", "First reason.")], Publish);
        await second.SendAsync(".desk-form",
            [.. Texts("One.", "Two.", "Three by the second.\r\n\r\nFour."), ("reason", "Second reason.")], Publish);

        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.Contains("First reason.", second.Text(".conflict"), StringComparison.Ordinal);
        Assert.Contains("put in: by the first", second.Text(".conflict .diff"), StringComparison.Ordinal);
        Assert.DoesNotContain("You both changed", second.Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("One by the first.", second.Value("#edit-1"));
        Assert.Equal("Three by the second.", second.Value("#edit-3"));
        Assert.Equal("Second reason.", second.Value("#reason"));

        await second.SendAsync(".desk-form", [], Publish);
        await second.FollowAsync();
        Assert.Equal("One by the first. Two. Three by the second. Four.", second.Text(".body"));
    }

    [Fact]
    public async Task Where_both_changed_the_same_the_second_is_told_what_the_first_wrote()
    {
        await server.PublishAsync(Newsroom.Short("Clash", "One.", "Two."), "clash");
        using var first = await OpenAsync("clash", "revise");
        using var second = await OpenAsync("clash", "revise");

        await first.SendAsync(".desk-form", Texts("First.", "Two."), Publish);
        await second.SendAsync(".desk-form", Texts("Second.", "Two."), Publish);

        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.Equal("Paragraph 1", second.Text(".conflict .facts dt"));
        Assert.Equal("First.", second.Text(".conflict .facts dd"));
        Assert.Equal("Second.", second.Value("#edit-1"));
    }

    [Theory]
    [InlineData("revise", "preview", "reason")]
    [InlineData("correct", "publish", "note")]
    [InlineData("correct", "preview", "note")]
    [InlineData("attribute", "publish", "reason")]
    [InlineData("caption", "publish", "reason")]
    [InlineData("headline", "publish", "reason")]
    [InlineData("status", "retract", "notice")]
    public async Task Every_form_notices_and_keeps_what_was_typed(string form, string button, string field)
    {
        var done = await server.PublishAsync(WireStory.Article, $"meanwhile-{form}-{button}");
        using var editor = await OpenAsync(done.Slug, form);
        await server.Story(done.Slug).HeadlineAsync("Changed meanwhile", null, "In between.");
        (string, string)[] typed =
        [
            (field, "Typed by the second."), ("class", "factual-error"), ("wrong", "forty metres"),
            ("right", "fourteen metres"),
            ("what", "block:b11"), ("to", "Sami Dorn"),
        ];

        await editor.SendAsync(".desk-form", typed, ("do", button));

        Assert.Equal(HttpStatusCode.PreconditionFailed, editor.Status);
        Assert.Contains("In between.", editor.Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Typed by the second.", editor.Value($"#{field}"));

        await editor.SendAsync(".desk-form", [], ("do", button));
        Assert.NotEqual(HttpStatusCode.PreconditionFailed, editor.Status);
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_was_seen_changes_nothing()
    {
        await server.PublishAsync(Newsroom.Short("Unseen", "Text."), "unseen");
        using var editor = await OpenAsync("unseen", "status");

        await editor.SendAsync(
            ".desk-form", [("version", ""), ("revision", "x"), ("do", "retract"), ("notice", "No.")]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, editor.Status);
        await editor.GetAsync("/stories/unseen");
        Assert.Null(editor.Page.QuerySelector(".notice"));
    }

    [Fact]
    public async Task A_new_address_meanwhile_loses_nothing()
    {
        await server.PublishAsync(Newsroom.Short("Wanders", "Text."), "wanders");
        using var editor = await OpenAsync("wanders", "status");
        await server.Story("wanders").MoveAsync("wandered");

        await editor.SendAsync(".desk-form", [("do", "retract"), ("notice", "Kept.")]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, editor.Status);
        Assert.Equal("Kept.", editor.Value("#notice"));
        await editor.SendAsync(".desk-form", []);
        Assert.Equal("/stories/wandered", editor.Location?.ToString());
    }

    private async Task<Visitor> OpenAsync(string slug, string form)
    {
        var visitor = await Visitor.SignedInAsync(server, Role.Editor);
        await visitor.GetAsync($"/desk/stories/{slug}/{form}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor;
    }

    private static (string, string)[] Texts(params string[] texts) => [.. texts.Select(text => ("block.text", text))];
}
