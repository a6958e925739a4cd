using System.Net;
using Ledger.Application.People;
using Ledger.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Pages;

/// <summary>A button that is pressed twice, or a form that is sent again by the browser's way back.</summary>
public sealed class SentTwice(WebServer server) : IClassFixture<WebServer>
{
    private static readonly (string, string) Publish = ("do", "publish");

    public static TheoryData<string, string, string> Forms { get; } = new()
    {
        { "revise", "block.text", "Other words." },
        { "headline", "headline", "Another headline" },
        { "attribute", "to", "Somebody Else" },
        { "caption", "caption", "Another caption" },
        { "status", "notice", "It was not so." },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_sent_twice_is_carried_out_once_and_answered_alike(string form, string field, string value)
    {
        var slug = $"twice-{form}";
        await server.PublishAsync(WireStory.Article, slug);
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync($"/desk/stories/{slug}/{form}");
        (string, string)[] typed =
        [
            (field, value),
            .. form == "attribute" ? [("what", "credit:Author:Nadia Verrin")] : Array.Empty<(string, string)>(),
            .. form == "status" ? [("do", "retract")] : new[] { Publish },
            .. form == "status" ? [] : new[] { ("reason", "So it was.") },
        ];

        var page = editor.Page;
        await editor.SendAsync("main form", typed);
        Assert.Equal(HttpStatusCode.Redirect, editor.Status);
        var head = await HeadAsync();
        await editor.SendFromAsync(page, $"/desk/stories/{slug}/{form}", "main form", typed);

        Assert.Equal((HttpStatusCode.Redirect, $"/stories/{slug}"), (editor.Status, editor.Location?.ToString()));
        Assert.Equal(head, await HeadAsync());
        await editor.FollowAsync();
        Assert.NotEqual("The story says so already, so nothing was added.", editor.Text("[role=status]"));
    }

    [Fact]
    public async Task A_new_story_sent_twice_is_one_story()
    {
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        (string, string)[] typed = [("headline", "Only one"), ("block.text", "Text."), Publish];
        await editor.GetAsync("/desk/new");
        var page = editor.Page;
        await editor.SendAsync("main form", typed);
        var (head, location) = (await HeadAsync(), editor.Location);

        await editor.SendFromAsync(page, "/desk/new", "main form", typed);
        Assert.Equal((location, head), (editor.Location, await HeadAsync()));

        await editor.SendFromAsync(page, "/desk/new", "main form", [("block.text", "Other text."), .. typed]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.StartsWith("This form was sent before", editor.Text("#problem"), StringComparison.Ordinal);
        await editor.SendAsync("main form", [], Publish);
        Assert.Equal((HttpStatusCode.Redirect, head + 1), (editor.Status, await HeadAsync()));
    }

    [Fact]
    public async Task A_form_that_was_sent_and_is_sent_with_other_words_shows_what_happened_since()
    {
        await server.PublishAsync(WireStory.Article, "sent-and-changed");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/desk/stories/sent-and-changed/headline");
        var page = editor.Page;
        await editor.SendAsync("main form", [("headline", "First")], Publish);

        await editor.SendFromAsync(
            page, "/desk/stories/sent-and-changed/headline", "main form", [("headline", "Second"), Publish]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, editor.Status);
        Assert.Equal("Second", editor.Value("#headline"));
    }

    private Task<long> HeadAsync() => server.Services.GetRequiredService<IEventStore>()
        .GetHeadAsync(TestContext.Current.CancellationToken);
}
