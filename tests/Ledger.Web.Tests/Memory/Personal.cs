using System.Net;
using Ledger.Application.People;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Memory;

/// <summary>Who is signed in gets pages of their own, and leaves none behind.</summary>
public sealed class Personal(WebServer server) : MemoryTest(server)
{
    [Fact]
    public async Task Who_is_signed_in_is_never_answered_from_memory()
    {
        await PublishAsync("For readers", "for-readers");
        using var editor = await Visitor.SignedInAsync(Server, Role.Editor);
        var kept = await ReadAsync("/stories/for-readers");
        await AlterAsync("for-readers", "For the desk");

        await editor.GetAsync("/stories/for-readers");

        Assert.Equal("For the desk", editor.Text("h1"));
        Assert.NotEmpty(editor.Text(".account-name"));
        Assert.Equal(kept, await ReadAsync("/stories/for-readers"));
    }

    [Fact]
    public async Task Who_is_signed_in_leaves_nothing_in_memory()
    {
        await PublishAsync("Of the desk", "of-the-desk");
        using var editor = await Visitor.SignedInAsync(Server, Role.Editor);
        var before = await SizeAsync();

        foreach (var path in new[] { "/", "/stories/of-the-desk", "/stories/of-the-desk/history", "/corrections" })
        {
            await editor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, editor.Status));
            Assert.Contains("no-store", editor.Answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
            Assert.Equal(before, await SizeAsync());
            Assert.DoesNotContain("account-name", await ReadAsync(path + "?anew"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Authorization", "Bearer nobody")]
    [InlineData("Cookie", "ledger-session=forged")]
    [InlineData("Cookie", "a=b; ledger-notice=x")]
    public async Task Who_shows_any_credential_or_cookie_of_the_site_is_answered_anew(string name, string value)
    {
        await PublishAsync("Kept", $"credential-{name.Length}-{value.Length}");
        var path = $"/stories/credential-{name.Length}-{value.Length}";
        await ReadAsync(path);
        await AlterAsync(path["/stories/".Length..], "Made anew");

        using var shown = await AskAsync(path, (name, value));
        using var foreign = await AskAsync(path, ("Cookie", "_measuring=1"));

        Assert.Contains("Made anew", await shown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("Kept", await foreign.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_of_the_desk_is_shown_once_to_whom_it_is_for()
    {
        await PublishAsync("With a notice", "with-a-notice");
        using var editor = await Visitor.SignedInAsync(Server, Role.Editor);
        await editor.GetAsync("/desk/stories/with-a-notice/headline");
        await editor.SendAsync("main form", [("headline", "Without one")]);

        await editor.FollowAsync();
        Assert.Equal("The headline is changed.", editor.Text(".flash"));
        await editor.GetAsync("/stories/with-a-notice");
        Assert.Null(editor.Page.QuerySelector(".flash"));
        Assert.DoesNotContain("flash", await ReadAsync("/stories/with-a-notice"), StringComparison.Ordinal);
    }
}
