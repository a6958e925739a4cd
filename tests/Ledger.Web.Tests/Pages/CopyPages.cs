using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

/// <summary>The desk keeps account of the copies of a story.</summary>
public sealed class CopyPages(WebServer server) : IClassFixture<WebServer>
{
    private static readonly (string, string)[] Arabic =
    [
        ("kind", "Translation"), ("publisher", "Arabic <edition>"), ("language", "ar"),
        ("address", "https://ar.example/"),
    ];

    [Fact]
    public async Task An_editor_links_a_copy_and_says_what_became_of_a_correction_there()
    {
        await server.PublishAsync(Newsroom.Short("The pier", "It cost nine million."), "pier-copies");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/pier-copies/copies");
        Assert.Equal("No copy of this story is known.", editor.Text(".empty-title"));

        await editor.SendAsync("#link", Arabic);
        await editor.FollowAsync();
        Assert.Equal("Arabic <edition>", editor.Text(".desk-row h2"));

        await server.Story("pier-copies").CorrectAsync("nine", "seven", "It was seven million, not nine.");
        await editor.GetAsync("/desk/copies");
        var task = editor.Page.QuerySelectorAll(".desk-row").Single(row => row.TextContent.Contains("The pier"));
        Assert.Contains("It was seven million, not nine.", task.TextContent, StringComparison.Ordinal);

        await editor.SendAsync(".desk-row form", [("reason", "")], ("do", "waive"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Equal("This needs a reason.", editor.Text("#problem"));

        await editor.SendAsync(".desk-row form", [("reason", "The figure is not in it.")], ("do", "waive"));
        await editor.FollowAsync();
        Assert.Equal("No copy is behind its story.", editor.Text(".empty-title"));
        await editor.GetAsync("/desk/copies?all=true");
        Assert.Contains("Waived: The figure is not in it.", editor.Text(".desk-row"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_refused_shows_why_and_keeps_what_was_typed()
    {
        await server.PublishAsync(Newsroom.Short("The quay", "Words."), "quay-copies");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/quay-copies/copies");

        await editor.SendAsync("#link", [.. Arabic[..2], ("address", "javascript:alert(1)")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.StartsWith("The address must start with", editor.Text("#problem"), StringComparison.Ordinal);
        Assert.Equal(
            ("Arabic <edition>", "javascript:alert(1)"), (editor.Value("#publisher"), editor.Value("#address")));
    }

    [Fact]
    public async Task A_copy_is_unlinked_with_a_reason()
    {
        await server.PublishAsync(Newsroom.Short("The lock", "Words."), "lock-copies");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/lock-copies/copies");
        await editor.SendAsync("#link", Arabic);
        await editor.FollowAsync();

        await editor.SendAsync(".desk-row form", [("reason", "The edition is closed.")]);
        await editor.FollowAsync();

        Assert.Contains("No longer linked: The edition is closed.", editor.Text(".desk-row"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/copies")]
    [InlineData("/desk/stories/any/copies")]
    public async Task Readers_are_told_that_it_is_not_for_them(string path)
    {
        using var reader = await Visitor.SignedInAsync(server, Role.Reader);

        await reader.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, reader.Status);
    }
}
